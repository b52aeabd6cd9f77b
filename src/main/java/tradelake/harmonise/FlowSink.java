package tradelake.harmonise;

import tradelake.lake.Finding;

/** Receives what becomes of the rows of a reporter-year. Every row that went in comes out through exactly one of the first four. */
public interface FlowSink {

    /** A row of the additive flows; an of-which flow is kept there too, outside every sum. */
    void accepted(PublishedRow row, boolean ofWhich);

    /** A row of the published totals; in the ledger it is set aside as {@link Reason#PUBLISHED_TOTAL}. */
    void publishedTotal(PublishedRow row);

    /** A row that is only counted. */
    void setAside(PublishedRow row, Reason reason);

    void quarantined(PublishedRow row, Reason reason);

    /**
     * A row of the additive flows that nobody published: the dollars by which the parts of a published total fall short of it.
     * Its release and line are those of the total; the partner is {@link PublishedRow#UNALLOCATED} where the total is World's.
     */
    void residual(PublishedRow row);

    void finding(Finding finding);
}
