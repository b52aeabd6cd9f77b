package tradelake.lake;

/**
 * The same words in English and in Chinese.
 *
 * @param en English, never empty
 * @param zh simplified Chinese, never empty
 */
public record Text(String en, String zh) {
    public static Text of(String en, String zh) {
        return new Text(en, zh);
    }

    @Override
    public String toString() {
        return en;
    }
}
