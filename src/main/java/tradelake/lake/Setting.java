package tradelake.lake;

/**
 * One setting as it stands in this run.
 *
 * @param key dotted, lower case with hyphens
 * @param type what may stand in it
 * @param standard the default, as written
 * @param text the value, as written
 * @param value the value as Java's type, such as Double, List or {@link Years}
 * @param source where the value comes from: "default", "conf/tradelake.conf:3", "--set"
 * @param meaning one or two sentences
 */
public record Setting(
        String key, SettingType type, String standard, String text, Object value, String source, String meaning) {
    public boolean changed() {
        return !source.equals(Settings.DEFAULT);
    }

    @Override
    public String toString() {
        return "%s = %s (%s)".formatted(key, text, source);
    }
}
