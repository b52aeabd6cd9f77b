package tradelake.lake;

import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What may stand in a setting. A setting has the type of its default, so the first type whose form fits the default is its type. */
public enum SettingType {
    YEARS("years such as 2010-2024", "\\d{4}-\\d{4}", Years::parse),
    DATE("a date such as 2024-12-31", "\\d{4}-\\d{2}-\\d{2}", LocalDate::parse),
    MONTH_DAY("a month and day such as 07-01", "\\d{2}-\\d{2}", text -> MonthDay.parse("--" + text)),
    DURATION("a duration such as 90s, 10m or 2h", "\\d+(ms|s|m|h|d)", SettingType::duration),
    WHOLE_NUMBER("a whole number", "-?\\d+", text -> new BigDecimal(text).longValueExact()),
    NUMBER("a number", "-?[\\d.]+([eE][-+]?\\d+)?", text -> new BigDecimal(text).doubleValue()),
    TRUE_OR_FALSE("true or false", "true|false", SettingType::trueOrFalse),
    LIST("a list such as [RCEP, ASEAN]", "", SettingType::list),
    TEXT("text", ".*", text -> text);

    private final String expected;
    private final Pattern form;
    private final Function<String, Object> parse;

    SettingType(String expected, String form, Function<String, Object> parse) {
        this.expected = expected;
        this.form = Pattern.compile(form);
        this.parse = parse;
    }

    /** What to write, as an error message says it. */
    public String expected() {
        return expected;
    }

    static SettingType of(ConfigValue standard) {
        if (standard.valueType() == ConfigValueType.LIST) return LIST;
        return Arrays.stream(values())
                .filter(type -> type.form.matcher(text(standard)).matches())
                .findFirst()
                .orElse(TEXT);
    }

    /** The value as this type's Java type; any runtime exception means that it does not fit. */
    Object read(ConfigValue value) {
        if (value.valueType() == ConfigValueType.LIST) {
            if (this != LIST) throw new IllegalArgumentException("a list where one value is meant");
            return ((List<?>) value.unwrapped())
                    .stream().map(SettingType::plainElement).toList();
        }
        return parse.apply(text(value).strip());
    }

    /** As the user wrote it; numbers keep their form. */
    static String text(ConfigValue value) {
        return switch (value.valueType()) {
            case STRING -> (String) value.unwrapped();
            case LIST ->
                String.join(
                        ", ",
                        ((List<?>) value.unwrapped())
                                .stream().map(String::valueOf).toList());
            default -> value.render();
        };
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(element -> !element.isEmpty())
                .toList();
    }

    private static String plainElement(Object element) {
        if (element instanceof String || element instanceof Number) return element.toString();
        throw new IllegalArgumentException("a list inside a list");
    }

    private static Boolean trueOrFalse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Duration duration(String text) {
        Pattern form = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");
        var parts = form.matcher(text);
        if (!parts.matches()) throw new IllegalArgumentException(text);
        long amount = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
