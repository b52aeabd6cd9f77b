package tradelake.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * The page around the data: style and script stand in it, and its policy allows these two by their hashes and nothing else, no
 * network and no form. The data are a block that is never run.
 */
final class Page {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Page() {}

    static String around(Object data) {
        String style = Resources.text("style.css");
        String script = Resources.text("report.js");
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src '%s'; style-src '%s'; base-uri 'none'; form-action 'none'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <meta name="referrer" content="no-referrer">
                <title>Tradelake</title>
                <style>%s</style>
                </head>
                <body>
                <noscript><p>This report draws its charts with a script that stands in the file: allow it. 本报告的图表由文件内的脚本绘制，请允许运行。</p></noscript>
                <div id="page"></div>
                <script type="application/json" id="data">%s</script>
                <script>%s</script>
                </body>
                </html>
                """
                .formatted(hash(script), hash(style), style, json(data), script);
    }

    /** JSON that can stand in a script element: no value can end the element or open another, or break a line of script. */
    static String json(Object data) {
        try {
            return JSON.writeValueAsString(data)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write the report's data as JSON", e);
        }
    }

    /** As a content security policy names what may run. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
