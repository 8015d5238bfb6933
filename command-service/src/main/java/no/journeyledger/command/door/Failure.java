package no.journeyledger.command.door;

/** Tells where something failed without repeating any message, since a message may quote what a person wrote. */
final class Failure {

    private static final int FRAMES = 8;

    private Failure() {}

    /** Types and places of a failure and its causes. */
    static String withoutMessages(Throwable failure) {
        var text = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            text.append(text.isEmpty() ? "" : "; caused by ")
                    .append(cause.getClass().getName());
            StackTraceElement[] frames = cause.getStackTrace();
            for (int i = 0; i < Math.min(frames.length, FRAMES); i++) {
                text.append(i == 0 ? " at " : " < ").append(frames[i]);
            }
        }
        return text.toString();
    }
}
