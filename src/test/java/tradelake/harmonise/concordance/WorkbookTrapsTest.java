package tradelake.harmonise.concordance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tradelake.lake.BadInput;

/** Spreadsheets are XML in a zip archive: what such a file can name or swell to is not followed. */
class WorkbookTrapsTest {
    @TempDir
    Path folder;

    private Path plain() throws IOException {
        Path file = folder.resolve("plain.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                var out = Files.newOutputStream(file)) {
            var row = book.createSheet("a").createRow(0);
            row.createCell(0).setCellValue("HS 2012");
            row.createCell(1).setCellValue("HS 2007");
            book.write(out);
        }
        return file;
    }

    /** The file with another text in its sheet. */
    private Path with(String sheet) throws IOException {
        Path file = folder.resolve("evil.xlsx");
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(plain()));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry; (entry = in.getNextEntry()) != null; ) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(entry.getName().endsWith("sheet1.xml") ? sheet.getBytes(UTF_8) : in.readAllBytes());
            }
        }
        return file;
    }

    private static String sheet(String declared, String cell) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>%s
                <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>
                <row r="1"><c r="A1" t="inlineStr"><is><t>HS 2012</t></is></c>
                <c r="B1" t="inlineStr"><is><t>HS 2007</t></is></c></row>
                <row r="2"><c r="A2" t="inlineStr"><is><t>%s</t></is></c>
                <c r="B2" t="inlineStr"><is><t>010121</t></is></c></row></sheetData></worksheet>"""
                .formatted(declared, cell);
    }

    @Test
    void theSheetAsItIsHereIsRead() throws IOException {
        assertThat(Workbooks.read(with(sheet("", "010129")))).isNotEqualTo(PublishedTables.NONE);
    }

    @Test
    void anEntityThatNamesAFileIsNotRead() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "010129");
        Path evil = with(sheet("<!DOCTYPE x [<!ENTITY e SYSTEM \"%s\">]>".formatted(secret.toUri()), "&e;"));
        assertThatThrownBy(() -> Workbooks.read(evil))
                .isInstanceOf(BadInput.class)
                .message()
                .doesNotContain("010129");
    }

    @Test
    void entitiesThatSwellAreRefused() throws IOException {
        StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 20; i++)
            laughs.append("<!ENTITY a%d \"%s\">".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
        Path evil = with(sheet(laughs + "]>", "&a19;"));
        assertThatThrownBy(() -> Workbooks.read(evil)).isInstanceOf(BadInput.class);
    }
}
