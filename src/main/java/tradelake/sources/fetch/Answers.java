package tradelake.sources.fetch;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import tradelake.sources.FileFacts;
import tradelake.sources.FirstPass;

/**
 * One dataset by questions to the API. An answer does not say that it was cut: one with as many rows as an answer may have is
 * asked again in two, by flow, by product, then by partner. Answers are put together to one list, so that a dataset is one file.
 */
final class Answers {
    private static final String FLOWS = "flowCode";
    private static final String PRODUCTS = "cmdCode";
    private static final String PARTNERS = "partnerCode";
    private static final String CUT = "cut_at_cap";
    private static final String EMPTY = "empty_answer";
    private static final JsonFactory JSON = new JsonFactory();

    private final Conversation conversation;
    private final Wanted wanted;
    private final List<String> partners;
    private final int cap;
    private final FirstPass firstPass = new FirstPass(new Configuration(), 1);

    /**
     * @param partners all codes that there are, for an answer that is too long by flow and product
     * @param cap rows that one answer has at most
     */
    Answers(Conversation conversation, Wanted wanted, List<String> partners, int cap) {
        this.conversation = conversation;
        this.wanted = wanted;
        this.partners = partners;
        this.cap = wanted.shelf() == Shelf.PREVIEW ? Math.min(cap, Shelf.PREVIEW_ROWS) : cap;
    }

    /** Writes all rows of the dataset, packed, and returns whether there are any. */
    boolean write(Announced dataset, Path into) {
        List<Path> parts = new ArrayList<>();
        try {
            collect(query(dataset), dataset, into, parts);
            if (!parts.isEmpty()) join(parts, into);
            return !parts.isEmpty();
        } finally {
            parts.forEach(part -> part.toFile().delete());
        }
    }

    /** All partners and the World; of every breakdown the total, which the fewest rows hold. */
    private Query query(Announced dataset) {
        return Query.NOTHING
                .with("reporterCode", List.of("" + dataset.reporter()))
                .with("period", List.of(dataset.period()))
                .with(FLOWS, wanted.flows())
                .with(PRODUCTS, wanted.products())
                .with("partner2Code", List.of("0"))
                .with("customsCode", List.of("C00"))
                .with("motCode", List.of("0"))
                .with("maxRecords", List.of("" + cap));
    }

    private void collect(Query query, Announced dataset, Path into, List<Path> parts) {
        Path part = into.resolveSibling("%s.%d.json".formatted(into.getFileName(), parts.size() + 1));
        if (!query.isTooLong() && isWhole(query, dataset, part)) {
            if (Files.exists(part)) parts.add(part);
            return;
        }
        part.toFile().delete();
        for (Query half : halves(query, dataset)) collect(half, dataset, into, parts);
    }

    private List<Query> halves(Query query, Announced dataset) {
        Optional<List<Query>> halves = query.halves(FLOWS, PRODUCTS);
        Query byPartner = query.asksFor(PARTNERS) ? query : query.with(PARTNERS, partners);
        return halves.or(() -> byPartner.halves(PARTNERS))
                .orElseThrow(() -> new Damaged(
                        "Reporter %d in %s: one flow, product and partner alone fill an answer (%,d rows), so it was cut; ask for less with --products, or take --from final."
                                .formatted(dataset.reporter(), dataset.period(), cap)));
    }

    /** False where the answer was cut or the question too long; where there are no rows, there is no file after it. */
    private boolean isWhole(Query query, Announced dataset, Path part) {
        try {
            conversation.ask(wanted.shelf().data + wanted.place(), query, part);
        } catch (TooLong e) {
            return false;
        }
        FileFacts facts = firstPass.of(new org.apache.hadoop.fs.Path(part.toUri()));
        if (facts.rows() >= cap || facts.reason().equals(CUT)) return false;
        if (facts.reason().equals(EMPTY)) part.toFile().delete();
        else if (!facts.isReadable())
            throw new Damaged("Reporter %d in %s: %s"
                    .formatted(dataset.reporter(), dataset.period(), conversation.masked(facts.message())));
        return true;
    }

    /** Numbers stay as they were written. */
    private static void join(List<Path> parts, Path into) {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(into), 1 << 16);
                JsonGenerator list = JSON.createGenerator(out)) {
            list.writeStartArray();
            for (Path part : parts) copyRows(part, list);
            list.writeEndArray();
        } catch (IOException e) {
            Conversation.unwritable(into, e);
        }
    }

    private static void copyRows(Path part, JsonGenerator list) throws IOException {
        try (JsonParser answer = JSON.createParser(part.toFile())) {
            if (answer.nextToken() == JsonToken.START_OBJECT) toRows(answer);
            while (answer.nextToken() == JsonToken.START_OBJECT) copyRow(answer, list);
        }
    }

    private static void copyRow(JsonParser answer, JsonGenerator list) throws IOException {
        int depth = 0;
        do {
            list.copyCurrentEventExact(answer);
            depth += answer.currentToken().isStructStart()
                    ? 1
                    : answer.currentToken().isStructEnd() ? -1 : 0;
        } while (depth > 0 && answer.nextToken() != null);
    }

    private static void toRows(JsonParser answer) throws IOException {
        while (answer.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = answer.currentName().equals("data");
            answer.nextToken();
            if (found) return;
            answer.skipChildren();
        }
    }
}
