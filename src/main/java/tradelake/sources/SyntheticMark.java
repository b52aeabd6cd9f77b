package tradelake.sources;

/** How a row says that it was made by {@code tradelake sample}: a flag that UN Comtrade never gives; its own are 0 to 6. */
public final class SyntheticMark {
    /** The value of legacyEstimationFlag (Flag in legacy files) in every synthetic row. */
    public static final int LEGACY_ESTIMATION_FLAG = 999;

    private SyntheticMark() {}

    static boolean isIn(RowCursor row) {
        return row.intOf(ApiField.LEGACY_ESTIMATION_FLAG) == LEGACY_ESTIMATION_FLAG;
    }
}
