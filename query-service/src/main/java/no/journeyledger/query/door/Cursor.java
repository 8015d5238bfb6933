package no.journeyledger.query.door;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Where the next page begins: opaque to the reader, the last position shown to us. */
final class Cursor {

    private static final String VERSION = "p1:";

    private Cursor() {}

    static String after(long position) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((VERSION + position).getBytes(StandardCharsets.US_ASCII));
    }

    static long read(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
            if (text.startsWith(VERSION)) {
                long position = Long.parseLong(text.substring(VERSION.length()));
                if (position >= 0) {
                    return position;
                }
            }
        } catch (IllegalArgumentException e) {
            throw new TurnedAway(AskingProblem.MALFORMED_CURSOR);
        }
        throw new TurnedAway(AskingProblem.MALFORMED_CURSOR);
    }
}
