package no.journeyledger.standalone.issuer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page where somebody signs in with a browser, in a session of their own, and gets the token of that session. */
@RestController
class OwnSession {

    private static final String STATE = "own-session.state";
    private static final String VERIFIER = "own-session.verifier";
    private static final String PAGE = """
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><title>A session of your own</title>
            <style>body{font:16px/1.5 sans-serif;margin:3em auto;max-width:44em;padding:0 1em}
            textarea{width:100%%;height:12em}td{padding-right:2em}</style></head>
            <body>%s</body>
            </html>
            """;

    private final URI issuer;
    private final Path folder;
    private final People people;
    private final SecureRandom random = new SecureRandom();

    OwnSession(URI issuer, Path folder, People people) {
        this.issuer = issuer;
        this.folder = folder;
        this.people = people;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String who() {
        return PAGE.formatted("""
                <h1>A session of your own</h1>
                <p><a href="/own-session">Sign in</a> as one of these, with the password that stands in the file
                <code>issuer/password</code> of the keys folder. What you get is a token, to be sent along with calls.</p>
                <table>%s</table>
                """.formatted(people.accounts().stream()
                .map(account -> "<tr><td><code>" + escaped(account.name()) + "</code></td><td>" + escaped(account.is())
                        + "</td></tr>")
                .collect(Collectors.joining("\n"))));
    }

    @GetMapping("/own-session")
    void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpSession session = request.getSession();
        String state = random();
        String verifier = random();
        session.setAttribute(STATE, state);
        session.setAttribute(VERIFIER, verifier);
        var asked = new LinkedHashMap<String, String>();
        asked.put("response_type", "code");
        asked.put("client_id", Clients.OWN_SESSION);
        asked.put("redirect_uri", Clients.ownSessionRedirect(issuer).toString());
        asked.put("scope", "openid");
        asked.put("state", state);
        asked.put("code_challenge", SignIn.challenge(verifier));
        asked.put("code_challenge_method", "S256");
        response.sendRedirect(
                issuer.resolve("/oauth2/authorize?" + SignIn.form(asked)).toString());
    }

    @GetMapping(path = "/own-session/signed-in", produces = MediaType.TEXT_HTML_VALUE)
    String signedIn(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String state,
            HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null
                || !(session.getAttribute(STATE) instanceof String expected)
                || !(session.getAttribute(VERIFIER) instanceof String verifier)
                || !MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), state.getBytes(StandardCharsets.UTF_8))) {
            return PAGE.formatted(
                    "<h1>Not signed in</h1><p>This was not begun here. <a href=\"/own-session\">Sign in anew</a>.</p>");
        }
        session.invalidate();
        try (var signIn = new SignIn(issuer, folder, people)) {
            String token = signIn.token(
                    Clients.OWN_SESSION,
                    Map.of(
                            "grant_type",
                            "authorization_code",
                            "code",
                            code,
                            "redirect_uri",
                            Clients.ownSessionRedirect(issuer).toString(),
                            "code_verifier",
                            verifier));
            return PAGE.formatted("""
                    <h1>Signed in</h1>
                    <p>The token of your session, to be sent in the header <code>Authorization: Bearer ...</code>:</p>
                    <textarea readonly>%s</textarea>
                    <p><a href="/">Somebody else</a></p>
                    """.formatted(escaped(token)));
        } catch (SignIn.NotSignedIn e) {
            return PAGE.formatted(
                    "<h1>Not signed in</h1><p>The code is used up or too old. <a href=\"/own-session\">Sign in anew</a>.</p>");
        }
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }

    private String random() {
        var drawn = new byte[32];
        random.nextBytes(drawn);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    }
}
