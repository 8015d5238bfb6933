package no.journeyledger.command.intake;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes up the answer to one line; nothing of it goes to the client by itself. */
final class LineAnswer extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream body = new ByteArrayOutputStream(256);
    private final Map<String, String> headers = new HashMap<>();
    private final PrintWriter writer = new PrintWriter(body, true, StandardCharsets.UTF_8);
    private int status = 200;

    LineAnswer(HttpServletResponse stream) {
        super(stream);
    }

    int status() {
        return status;
    }

    byte[] body() {
        writer.flush();
        return body.toByteArray();
    }

    @Override
    public void setStatus(int now) {
        status = now;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void sendError(int now) {
        status = now;
    }

    @Override
    public void sendError(int now, String message) {
        status = now;
    }

    @Override
    public void sendRedirect(String location) {
        throw new UnsupportedOperationException("a command is not answered elsewhere");
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        headers.put(name.toLowerCase(Locale.ROOT), String.valueOf(value));
    }

    @Override
    public void addHeader(String name, String value) {
        setHeader(name, value);
    }

    @Override
    public void setIntHeader(String name, int value) {
        setHeader(name, Integer.toString(value));
    }

    @Override
    public void addIntHeader(String name, int value) {
        setIntHeader(name, value);
    }

    @Override
    public void setDateHeader(String name, long date) {
        setHeader(name, Long.toString(date));
    }

    @Override
    public void addDateHeader(String name, long date) {
        setDateHeader(name, date);
    }

    @Override
    public @Nullable String getHeader(String name) {
        return headers.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean containsHeader(String name) {
        return getHeader(name) != null;
    }

    @Override
    public Collection<String> getHeaders(String name) {
        String value = getHeader(name);
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public Collection<String> getHeaderNames() {
        return List.copyOf(headers.keySet());
    }

    @Override
    public void setContentType(@Nullable String type) {
        setHeader("Content-Type", type);
    }

    @Override
    public @Nullable String getContentType() {
        return getHeader("Content-Type");
    }

    @Override
    public void setContentLength(int length) {
        // It is known from the body.
    }

    @Override
    public void setContentLengthLong(long length) {
        // It is known from the body.
    }

    @Override
    public void setCharacterEncoding(@Nullable String encoding) {
        // Everything is UTF-8.
    }

    @Override
    public void setLocale(@Nullable Locale language) {
        // A line has no language of its own.
    }

    @Override
    public void flushBuffer() {
        // The line goes out when it is whole.
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void reset() {
        resetBuffer();
        headers.clear();
        status = 200;
    }

    @Override
    public void resetBuffer() {
        body.reset();
    }

    @Override
    public PrintWriter getWriter() {
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new ServletOutputStream() {
            @Override
            public void write(int one) {
                body.write(one);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                body.write(bytes, offset, length);
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {
                throw new UnsupportedOperationException("an answer is written at once");
            }
        };
    }
}
