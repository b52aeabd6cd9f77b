package tradelake.s3;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One HTTP request or response as it came over the wire.
 *
 * @param head first line and headers, with the blank line
 * @param body as sent, in chunks or not
 */
record Http(String head, byte[] body) {
    private static final String END = "\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)");

    /** The next one of a connection, or null at its end. */
    static Http request(InputStream in, OutputStream back) throws IOException {
        String head = head(in);
        if (head == null) return null;
        if (has(head, "expect", "100-continue")) {
            back.write(("HTTP/1.1 100 Continue" + END).getBytes(StandardCharsets.ISO_8859_1));
            back.flush();
        }
        return new Http(head.replaceAll("(?i)\r\nexpect:[^\r]*", ""), body(head, in));
    }

    /** The answer to a request. */
    static Http response(InputStream in, Http request) throws IOException {
        String head = head(in);
        if (head == null) throw new EOFException("the server closed the connection");
        boolean bare = request.head.startsWith("HEAD ") || head.matches("(?s)HTTP/1.1 (1\\d\\d|204|304).*");
        return new Http(head, bare ? new byte[0] : body(head, in));
    }

    static Http error(int status, String code) {
        String body = "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>drawn by the test</Message></Error>"
                .formatted(code);
        return new Http(
                "HTTP/1.1 %d %s\r\nContent-Type: application/xml\r\nContent-Length: %d%s"
                        .formatted(status, code, body.length(), END),
                body.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** GET, PUT and so on. */
    String method() {
        return head.substring(0, head.indexOf(' '));
    }

    /** The path that is asked for, with its query. */
    String path() {
        return head.split(" ", 3)[1];
    }

    boolean has(String header, String value) {
        return has(head, header, value);
    }

    /** Sends so much of the body. */
    void send(OutputStream out, int bytes) throws IOException {
        out.write(head.getBytes(StandardCharsets.ISO_8859_1));
        out.write(body, 0, bytes);
        out.flush();
    }

    private static boolean has(String head, String header, String value) {
        return head.toLowerCase(Locale.ROOT).contains("\r\n" + header + ": " + value);
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || head.indexOf(END, head.length() - 4) < 0) {
            int next = in.read();
            if (next < 0) return null;
            head.append((char) next);
        }
        return head.toString();
    }

    private static byte[] body(String head, InputStream in) throws IOException {
        if (has(head, "transfer-encoding", "chunked")) return chunks(in);
        Matcher length = LENGTH.matcher(head);
        return length.find() ? exactly(in, Integer.parseInt(length.group(1))) : new byte[0];
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        int size;
        do {
            String line = line(in);
            size = Integer.parseInt(line.strip().split(";")[0], 16);
            chunks.write(line.getBytes(StandardCharsets.ISO_8859_1));
            chunks.write(exactly(in, size + 2));
        } while (size > 0);
        return chunks.toByteArray();
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            line.append((char) next);
            if (next == '\n') break;
        }
        return line.toString();
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) throw new EOFException("cut short");
        return bytes;
    }
}
