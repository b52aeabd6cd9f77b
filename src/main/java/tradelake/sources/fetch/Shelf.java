package tradelake.sources.fetch;

import java.util.Locale;

/** What UN Comtrade offers: three kinds of whole files, answers of the API, and its preview, which asks for no key. */
public enum Shelf {
    FINAL("bulk/v1/get", "", "publicationDate"),
    CLASSIC("bulk/v1/getClassic", "", "publicationDate"),
    TARIFFLINE("bulk/v1/getTariffline", "", "timestamp"),
    API("data/v1/getDa", "data/v1/get", "lastReleased"),
    PREVIEW("public/v1/getDA", "public/v1/preview", "lastReleased");

    /** Rows that one answer of the preview has at most. */
    static final int PREVIEW_ROWS = 500;

    /** The path of the list of what is published. */
    final String list;
    /** The path of the data; "" for files, whose list says it. */
    final String data;
    /** The field of the list that says when it was published. */
    final String published;

    Shelf(String list, String data, String published) {
        this.list = list;
        this.data = data;
        this.published = published;
    }

    public boolean holdsFiles() {
        return data.isEmpty();
    }

    public boolean needsKey() {
        return this != PREVIEW;
    }

    /** As names of files have it; those of whole files are the names that UN Comtrade's own client gives. */
    String kind() {
        return this == CLASSIC ? "FINALCLASSIC" : name();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
