package tradelake.report;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** The system's Chromium without a window and without a network, which writes down what a page says and asks for. */
final class Browser implements AutoCloseable {
    static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Pattern ASKED = Pattern.compile("\"Network\\.requestWillBeSent\".*?\"url\":\"([^\"]+)\"");

    private final ChromeDriver driver;

    Browser(Path profile) {
        ChromeOptions options = new ChromeOptions().setBinary(CHROMIUM.toString());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en",
                "--proxy-server=127.0.0.1:9",
                "--user-data-dir=" + profile);
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, java.util.logging.Level.ALL);
        logs.enable(LogType.PERFORMANCE, java.util.logging.Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        driver = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
        driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", true, "latency", 0, "downloadThroughput", 0, "uploadThroughput", 0));
    }

    void open(Path file, String question) {
        driver.get(file.toUri() + question);
    }

    /** As wide as a desk or a hand. */
    void wide(int pixels) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", pixels, "height", 900, "deviceScaleFactor", 1, "mobile", false));
    }

    /** As one who asked the system for dark windows sees it. */
    void prefersDark() {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
    }

    List<WebElement> all(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    WebElement one(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    Object run(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    /** What the page has said on the console since it was last asked. */
    List<String> console() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Addresses that the page has asked for since it was last asked. */
    List<String> requests() {
        return driver.manage().logs().get(LogType.PERFORMANCE).getAll().stream()
                .flatMap(entry -> ASKED.matcher(entry.getMessage()).results())
                .map(found -> found.group(1))
                .toList();
    }

    /** What is written in a chart and does not fit into it. */
    @SuppressWarnings("unchecked")
    List<String> cutTexts() {
        return (List<String>)
                driver.executeScript(
                        """
                return [...document.querySelectorAll('.chart')].flatMap(chart => {
                  const room = chart.getBoundingClientRect();
                  return [...chart.querySelectorAll('text')].filter(text => {
                    const box = text.getBoundingClientRect();
                    return box.left < room.left - 1 || box.right > room.right + 1 || box.top < room.top - 2 || box.bottom > room.bottom + 2;
                  }).map(text => chart.closest('.figure').id + ': ' + text.textContent);
                });
                """);
    }

    /** Pairs of texts in one chart of which one lies upon the other, by more than the space around letters. */
    @SuppressWarnings("unchecked")
    List<String> coveredTexts() {
        return (List<String>)
                driver.executeScript(
                        """
                return [...document.querySelectorAll('.chart')].flatMap(chart => {
                  const texts = [...chart.querySelectorAll('text')].map(text => [text.textContent, text.getBoundingClientRect()]);
                  return texts.flatMap(([one, a], i) => texts.slice(i + 1)
                    .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 3
                      && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6)
                    .map(([other]) => chart.closest('.figure').id + ': ' + one + ' / ' + other));
                });
                """);
    }

    /** Serious and critical violations that axe-core finds. */
    @SuppressWarnings("unchecked")
    List<String> violations() throws IOException {
        try (InputStream axe = Browser.class.getResourceAsStream("axe/axe.min.js")) {
            driver.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<String>)
                driver.executeAsyncScript(
                        """
                const done = arguments[arguments.length - 1];
                axe.run(document, { resultTypes: ['violations'] }).then(
                  found => done(found.violations.filter(each => ['serious', 'critical'].includes(each.impact))
                    .map(each => each.id + ': ' + each.nodes.slice(0, 5).map(node => node.html + ' ' + node.failureSummary).join(' | '))),
                  error => done(['axe failed: ' + error]));
                """);
    }

    static boolean isHere() {
        return new File(CHROMIUM.toString()).canExecute() && new File(DRIVER.toString()).canExecute();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
