package no.journeyledger.command.log;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.journeyledger.command.door.Answers;
import no.journeyledger.command.door.Door;
import no.journeyledger.store.proof.LogUnreadable;
import no.journeyledger.store.proof.Receipts;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Links every recorded answer to its proof, and holds it back until the proof is there when the caller asks so ({@code
 * Prefer: wait=n}, RFC 7240). What was asked for is recorded before anybody waits, and is answered the same way whether it
 * was sealed in time or not; {@code Preference-Applied} says that it was.
 */
@RestControllerAdvice
final class ReceiptWithAnswer implements ResponseBodyAdvice<byte[]> {

    /** The relation of an answer to its proof, in its {@code Link}. */
    static final String RELATION = "urn:journey-ledger:proof";

    private static final String DRY_RUN = "Dry-Run";
    private static final Logger log = LoggerFactory.getLogger(ReceiptWithAnswer.class);
    private static final Pattern WAIT =
            Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?([0-9]{1,6})\"?(?=$|[,;\\s])", Pattern.CASE_INSENSITIVE);
    private static final long LONGEST_WAIT_SECONDS = 10;

    private final Receipts receipts;
    private final ProofAddress proofs;

    ReceiptWithAnswer(Receipts receipts, ProofAddress proofs) {
        this.receipts = receipts;
        this.proofs = proofs;
    }

    @Override
    public boolean supports(MethodParameter answer, Class<? extends HttpMessageConverter<?>> converter) {
        return answer.hasMethodAnnotation(Answers.class);
    }

    @Override
    public byte @Nullable [] beforeBodyWrite(
            byte @Nullable [] body,
            MethodParameter answer,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        String position = response.getHeaders().getFirst(Door.LEDGER_POSITION);
        boolean recorded = !"true".equalsIgnoreCase(request.getHeaders().getFirst(DRY_RUN));
        if (position != null && recorded) {
            response.getHeaders()
                    .add(
                            HttpHeaders.LINK,
                            "<" + proofs.of(position) + ">; rel=\"" + RELATION + "\"; type=\"text/plain\"");
            Duration patience = patience(request.getHeaders());
            if (patience.isPositive() && isSealed(Long.parseLong(position), patience)) {
                response.getHeaders().add("Preference-Applied", "wait=" + patience.toSeconds());
            }
        }
        return body;
    }

    private boolean isSealed(long position, Duration patience) {
        try {
            return receipts.isSealed(position, patience);
        } catch (LogUnreadable e) {
            log.warn("the log could not be read while a caller waited: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** As long as the caller is willing to wait; a preference that cannot be read is none (RFC 7240, 2). */
    private static Duration patience(HttpHeaders headers) {
        for (String preferences : headers.getOrEmpty("Prefer")) {
            Matcher wait = WAIT.matcher(preferences);
            if (wait.find()) {
                return Duration.ofSeconds(Math.min(LONGEST_WAIT_SECONDS, Long.parseLong(wait.group(1))));
            }
        }
        return Duration.ZERO;
    }
}
