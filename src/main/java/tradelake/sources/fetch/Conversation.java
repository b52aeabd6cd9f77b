package tradelake.sources.fetch;

import java.io.IOException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import tradelake.lake.BadInput;
import tradelake.lake.CheckFailed;
import tradelake.lake.TryLater;

/**
 * Questions to one server, one after the other. A failure that may pass is asked again: after the time that the server names,
 * or else twice as long each time. The key is sent in a header to this server alone: redirections are not followed.
 */
final class Conversation {
    private static final String KEY_HEADER = "Ocp-Apim-Subscription-Key";

    private final URI base;
    private final Optional<Key> key;
    private final Patience patience;
    private final Times times;
    private final Consumer<String> notes;
    private final HttpClient client;
    private Instant next = Instant.MIN;
    private boolean over;

    Conversation(URI base, Optional<Key> key, Patience patience, Times times, Consumer<String> notes) {
        this.base = base;
        this.key = key;
        this.patience = patience;
        this.times = times;
        this.notes = notes;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(patience.stall());
        Optional.ofNullable(ProxySelector.getDefault()).ifPresent(builder::proxy);
        this.client = builder.build();
    }

    /** Writes the answer into the file, from its first byte. */
    void ask(String path, Query query, Path file) {
        persist(address(path, query), file, false);
    }

    /** Writes into the file what it lacks of what lies at the path, which the server has named. */
    void download(String path, Path file) {
        try {
            persist(address(path, Query.NOTHING), file, true);
        } catch (TooLong e) {
            throw new CheckFailed("%s finds the address too long that it gave for %s (%s)."
                    .formatted(base.getHost(), file.getFileName(), e.getMessage()));
        }
    }

    /** Whether the server will hear nothing more for now: any other question would end as the last one did. */
    boolean isOver() {
        return over;
    }

    /** What the server says, in one line that is fit to be printed. */
    String said(String text) {
        return Words.of(text, this::masked);
    }

    /** A text of ours into which words of the server may have come. */
    String masked(String text) {
        return key.map(it -> it.outOf(text)).orElse(text);
    }

    private URI address(String path, Query query) {
        String question = query.text().isEmpty() ? "" : "?" + query.text();
        return URI.create(base.toString().replaceAll("/+$", "") + "/" + path.replaceAll("^/+", "") + question);
    }

    private void persist(URI address, Path file, boolean goOn) {
        int failures = 0;
        long furthest = size(file);
        while (true) {
            try {
                attempt(address, file, goOn);
                return;
            } catch (Setback e) {
                failures = goOn && size(file) > furthest ? 1 : failures + 1;
                furthest = Math.max(furthest, size(file));
                pause(e, failures);
            }
        }
    }

    private void pause(Setback setback, int failures) {
        Duration wait = setback.asked().orElseGet(() -> patience.wait(failures));
        over |= wait.compareTo(patience.longest()) > 0;
        if (wait.compareTo(patience.longest()) > 0)
            throw new TryLater("%s asks to come back in %d minutes (%s): run this again then."
                    .formatted(base.getHost(), wait.toMinutes() + 1, setback.getMessage()));
        if (failures >= patience.tries())
            throw new TryLater("%s does not answer after %d tries (%s): run this again later."
                    .formatted(base.getHost(), failures, setback.getMessage()));
        notes.accept("%s: %s; trying again in %d s".formatted(base.getHost(), setback.getMessage(), wait.toSeconds()));
        times.pause(wait);
    }

    private void attempt(URI address, Path file, boolean goOn) throws Setback {
        long have = goOn ? size(file) : 0;
        over = false;
        keepPace();
        try (Sink sink = new Sink(file, have)) {
            HttpResponse<Void> answer = exchange(request(address, have), sink, file);
            sink.close();
            sink.failure().ifPresent(e -> unwritable(file, e));
            if (!sink.isWritten() && !isWhole(answer, have)) refuse(answer, sink, file, goOn);
        }
    }

    /** There is no rest to be had: the file ends where what is there ends. */
    private static boolean isWhole(HttpResponse<Void> answer, long have) {
        return answer.statusCode() == 416
                && have > 0
                && answer.headers().firstValue("Content-Range").equals(Optional.of("bytes */" + have));
    }

    private void keepPace() {
        Instant now = times.now();
        if (now.isBefore(next)) times.pause(Duration.between(now, next));
        next = times.now().plus(patience.interval());
    }

    private HttpRequest request(URI address, long have) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).timeout(patience.stall()).header("User-Agent", "tradelake");
        key.ifPresent(it -> request.header(KEY_HEADER, it.secret()));
        if (have > 0) request.header("Range", "bytes=%d-".formatted(have));
        return request.build();
    }

    private HttpResponse<Void> exchange(HttpRequest request, Sink sink, Path file) throws Setback {
        CompletableFuture<HttpResponse<Void>> answer = client.sendAsync(request, sink);
        long seen = -1;
        try {
            while (true) {
                try {
                    return answer.get(patience.stall().toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    sink.failure().ifPresent(full -> unwritable(file, full));
                    if (sink.came() == seen) throw setback("nothing came any more");
                    seen = sink.came();
                }
            }
        } catch (ExecutionException e) {
            throw setback("the connection failed: " + said(Words.of(e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while reading from UN Comtrade.", e);
        } finally {
            answer.cancel(true);
        }
    }

    /** Says what an answer without data means; returns where the question is simply to be asked anew. */
    private void refuse(HttpResponse<Void> answer, Sink sink, Path file, boolean named) throws Setback {
        int status = answer.statusCode();
        String said = said(sink.words());
        String what = "HTTP " + status + (said.isEmpty() ? "" : ": " + said);
        over = status == 401 || status == 429;
        switch (status) {
            case 206, 416 -> {
                delete(file);
                throw setback(what + ", the rest cannot be had alone");
            }
            case 408, 429, 500, 502, 503, 504 -> throw new Setback(what, retryAfter(answer));
            case 414 -> throw new TooLong(what);
            case 401 ->
                throw new BadInput("UN Comtrade refuses the subscription key (%s): check %s or --key-file."
                        .formatted(what, Key.VARIABLE));
            case 403 -> throw forbidden(said, what);
            case 400 -> throw new BadInput("UN Comtrade refuses the question (%s): check the options.".formatted(what));
            default ->
                throw new CheckFailed("Cannot use what %s answers (%s) to %s: %s."
                        .formatted(base.getHost(), what, masked(answer.uri().getPath()), advice(named)));
        }
    }

    private static String advice(boolean named) {
        return named ? "its list names this file, which may come later" : "check the setting fetch.url";
    }

    private RuntimeException forbidden(String said, String what) {
        over = said.toLowerCase(Locale.ROOT).contains("quota");
        return over
                ? new TryLater("The day's calls of this subscription key are used up (%s).".formatted(what))
                : new BadInput(
                        "UN Comtrade does not let this subscription key have that (%s): bulk files need a premium key."
                                .formatted(what));
    }

    private Optional<Duration> retryAfter(HttpResponse<Void> answer) {
        return answer.headers().firstValue("Retry-After").flatMap(this::duration);
    }

    /** Seconds, or a date. */
    private Optional<Duration> duration(String text) {
        if (text.matches("\\d{1,9}")) return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(times.now(), then);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Setback setback(String message) {
        return new Setback(message, Optional.empty());
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            unwritable(file, e);
        }
    }

    static void unwritable(Path file, IOException e) {
        throw new BadInput(
                "Cannot write %s (%s): make room there or name another folder.".formatted(file, e.getMessage()), e);
    }
}
