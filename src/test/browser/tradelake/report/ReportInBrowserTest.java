package tradelake.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import tradelake.cli.DrawnRun;

/** The report of a drawn run as a reader has it: opened from disk, offline, in both languages and themes, on a desk and in a hand. */
@Tag("acceptance")
class ReportInBrowserTest {
    @TempDir
    static Path folder;

    private static Path report;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        assumeTrue(Browser.isHere(), "Chromium and its driver are not here (Debian: chromium, chromium-driver)");
        report = DrawnRun.report(folder);
        browser = new Browser(folder.resolve("profile"));
    }

    @AfterAll
    static void close() {
        if (browser != null) browser.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en, light, 1280", "en, light, 390", "en, dark, 1280", "en, dark, 390",
        "zh, light, 1280", "zh, light, 390", "zh, dark, 1280", "zh, dark, 390"
    })
    void opensOfflineWithEveryChartDrawnAndNothingThatBarsAnyone(String language, String theme, int width)
            throws Exception {
        browser.console();
        browser.requests();
        browser.wide(width);
        browser.open(report, "?lang=%s&theme=%s".formatted(language, theme));
        assertThat(browser.all(".figure")).hasSize(Figure.all().size());
        assertThat(browser.all(".chart")).hasSizeGreaterThan(10).allSatisfy(ReportInBrowserTest::isDrawn);
        assertThat(browser.all(".nothing")).isEmpty();
        assertThat(browser.cutTexts()).as("texts that leave their chart").isEmpty();
        assertThat(browser.coveredTexts()).as("texts that cover each other").isEmpty();
        browser.run("document.querySelectorAll('details').forEach(each => each.open = true)");
        assertThat(browser.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("to be scrolled sideways")
                .isEqualTo(0L);
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.console()).isEmpty();
        assertThat(browser.requests()).isNotEmpty().allMatch(address -> address.startsWith("file:"));
    }

    private static void isDrawn(WebElement chart) {
        List<WebElement> drawings = chart.findElements(By.tagName("svg"));
        assertThat(drawings).as(chart.getDomAttribute("aria-label")).hasSize(1);
        assertThat(drawings.get(0).findElements(By.cssSelector("path"))).hasSizeGreaterThan(5);
    }

    @Test
    void theLanguageSwitchChangesEveryTextAndKeepsTheFocus() {
        browser.wide(1280);
        browser.open(report, "?lang=en&theme=light");
        List<String> english = titles();
        browser.one("#language").sendKeys(Keys.ENTER);
        assertThat(browser.one("html").getDomAttribute("lang")).isEqualTo("zh-Hans");
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("language");
        assertThat(titles()).hasSameSizeAs(english).doesNotContainAnyElementsOf(english);
        assertThat(titles()).allMatch(title -> title.codePoints().anyMatch(Character::isIdeographic));
        browser.one("#language").click();
        assertThat(titles()).isEqualTo(english);
    }

    @Test
    void theThemeSwitchChangesThePageAndTheCharts() {
        browser.wide(1280);
        browser.open(report, "?lang=en&theme=light");
        String light = ground();
        Object strokes = strokes();
        browser.one("#theme").click();
        assertThat(ground()).isNotEqualTo(light);
        assertThat(strokes()).isNotEqualTo(strokes);
        browser.one("#theme").click();
        assertThat(ground()).isEqualTo(light);
        assertThat(strokes()).isEqualTo(strokes);
    }

    @Test
    void whoAskedTheSystemForDarkWindowsGetsThem() {
        browser.open(report, "?lang=en&theme=dark");
        String dark = ground();
        browser.prefersDark();
        browser.open(report, "?lang=en");
        assertThat(ground()).isEqualTo(dark);
    }

    @Test
    void aChoiceChangesTheTitleTheTableAndTheChart() {
        browser.wide(1280);
        browser.open(report, "?lang=en&theme=light");
        String before = textOf("#tariffs table");
        browser.one("#tariffs-date").sendKeys("2025-08-31");
        assertThat(browser.one("#tariffs h3").getText()).contains("2025\u201108\u201131");
        assertThat(textOf("#tariffs table")).contains("2025-08-31").isNotEqualTo(before);
        assertThat(browser.run("return document.activeElement.id")).isEqualTo("tariffs-date");
    }

    @Test
    void namesStandAsTheyAreHoweverTheyAreWritten() {
        browser.open(report, "?lang=en&theme=light");
        assertThat(textOf("#asean-partners table")).contains("Thailand </script><script>alert(1)</script>");
        assertThat(browser.one(".banner").getText()).isEqualTo("SYNTHETIC: drawn for a test");
    }

    @SuppressWarnings("unchecked")
    private static List<String> titles() {
        return (List<String>) browser.run(
                "return [...document.querySelectorAll('h1, h2, h3, .unit, dt, dd')].map(each => each.textContent)");
    }

    private static Object strokes() {
        return browser.run(
                "return [...document.querySelectorAll('#regional-shares svg [stroke]')].map(each => each.getAttribute('stroke'))");
    }

    private static String textOf(String selector) {
        return (String) browser.run("return document.querySelector(arguments[0]).textContent", selector);
    }

    private static String ground() {
        return (String) browser.run("return getComputedStyle(document.body).backgroundColor");
    }
}
