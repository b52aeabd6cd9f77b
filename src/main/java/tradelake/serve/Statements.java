package tradelake.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements of a text, apart at semicolons that stand outside quotation marks and comments. */
public final class Statements {
    /** What holds semicolons that end nothing; an open quotation mark or comment reaches to the end. */
    private static final Pattern PART = Pattern.compile(
            "(?s)'(?:[^']|'')*(?:'|$)|\"(?:[^\"]|\"\")*(?:\"|$)|--[^\n]*|/\\*.*?(?:\\*/|$)|\\$(\\w*)\\$.*?(?:\\$\\1\\$|$)|;|.");

    private Statements() {}

    /** Each without its semicolon and the comments around it; empty ones are left out. */
    public static List<String> in(String text) {
        List<String> statements = new ArrayList<>();
        StringBuilder statement = new StringBuilder();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            if (part.group().equals(";")) add(statements, statement);
            else if (!isComment(part.group())) statement.append(part.group());
        }
        add(statements, statement);
        return List.copyOf(statements);
    }

    /** Whether the text ends with a statement's semicolon. */
    public static boolean isEnded(String text) {
        String last = "";
        Matcher part = PART.matcher(text);
        while (part.find()) if (!part.group().isBlank() && !isComment(part.group())) last = part.group();
        return last.equals(";");
    }

    private static boolean isComment(String part) {
        return part.startsWith("--") || part.startsWith("/*");
    }

    private static void add(List<String> statements, StringBuilder statement) {
        String sql = statement.toString().strip();
        if (!sql.isEmpty()) statements.add(sql);
        statement.setLength(0);
    }
}
