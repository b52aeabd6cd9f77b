package tradelake.s3;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * What stands between a program and the S3 server: it carries each request over, unless its {@link Weather} says otherwise.
 * The server looks whether an object exists and then writes it; S3 does both at once. So the relay lets one conditional request
 * through at a time.
 */
public final class Relay implements AutoCloseable {
    private final ServerSocket door;
    private final int server;
    private volatile Weather weather = request -> Weather.Fault.NONE;

    Relay(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        start(this::welcome);
    }

    int port() {
        return door.getLocalPort();
    }

    public void weather(Weather weather) {
        this.weather = weather;
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "relay");
        thread.setDaemon(true);
        thread.start();
    }

    private void welcome() {
        try {
            while (true) {
                Socket client = door.accept();
                start(() -> serve(client));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket upstream = new Socket(InetAddress.getLoopbackAddress(), server)) {
            client.setTcpNoDelay(true);
            upstream.setTcpNoDelay(true);
            new Line(client, upstream).serve();
        } catch (IOException e) {
            // Whoever closed its side knows.
        }
    }

    /** One connection of the program, and the relay's own to the server. */
    private final class Line {
        private final Socket client;
        private final InputStream in;
        private final OutputStream out;
        private final InputStream answers;
        private final OutputStream asked;

        Line(Socket client, Socket upstream) throws IOException {
            this.client = client;
            in = new BufferedInputStream(client.getInputStream());
            out = new BufferedOutputStream(client.getOutputStream());
            answers = new BufferedInputStream(upstream.getInputStream());
            asked = new BufferedOutputStream(upstream.getOutputStream());
        }

        void serve() throws IOException {
            Http request;
            do request = Http.request(in, out);
            while (request != null && carried(request));
        }

        /** True where the connection goes on. */
        private boolean carried(Http request) throws IOException {
            Weather.Fault fault = weather.over(new Weather.Request(request.method(), request.path()));
            if (fault == Weather.Fault.RESET) return reset();
            if (fault.status() > 0) return sent(Http.error(fault.status(), fault.code()));
            Http answer = answer(request);
            if (fault == Weather.Fault.LOST_ANSWER) return reset();
            if (fault != Weather.Fault.CUT) return sent(answer) && !answer.has("connection", "close");
            answer.send(out, answer.body().length / 2);
            return reset();
        }

        private boolean sent(Http answer) throws IOException {
            answer.send(out, answer.body().length);
            return true;
        }

        private Http answer(Http request) throws IOException {
            if (!request.has("if-none-match", "*")) return exchanged(request);
            synchronized (Relay.this) {
                return exchanged(request);
            }
        }

        private Http exchanged(Http request) throws IOException {
            request.send(asked, request.body().length);
            return Http.response(answers, request);
        }

        private boolean reset() throws IOException {
            client.setSoLinger(true, 0);
            client.close();
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
