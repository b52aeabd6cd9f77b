package tradelake.lake.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import tradelake.lake.console.TextTable.Column;

class TextTableTest {
    @Test
    void numbersStandToTheRightAndChineseTakesTwoColumns() {
        TextTable table = new TextTable(Column.left("economy"), Column.right("rows"), Column.left("名称"))
                .add("CHN", "41.2M", "中国")
                .add("TWN", "9", "Other Asia, nes");
        assertThat(table)
                .hasToString(
                        """
                        economy   rows  名称
                        CHN      41.2M  中国
                        TWN          9  Other Asia, nes
                        """);
    }

    @Test
    void aColumnAfterAChineseOneStandsStraight() {
        TextTable table = new TextTable(Column.left("name"), Column.left("x"))
                .add("中国", "a")
                .add("e\u0301", "b");
        assertThat(table).hasToString("name  x\n中国  a\ne\u0301     b\n");
    }

    @Test
    void whatStandsInAFileCannotCommandTheTerminal() {
        TextTable table = new TextTable(Column.left("raw")).add("a\u001b[31m\tb\nc\u202Ed");
        assertThat(table).hasToString("raw\na\\u001b[31m\\tb\\nc\\u202ed\n");
    }

    @Test
    void longCellsAreCutVisibly() {
        TextTable table = new TextTable(List.of(Column.left("raw")), 6)
                .add("123456")
                .add("1234567")
                .add("中国中国");
        assertThat(table).hasToString("raw\n123456\n12345…\n中国…\n");
    }

    @Test
    void aRowOfAnotherLengthIsAMistake() {
        assertThatThrownBy(() -> new TextTable(Column.left("a")).add("1", "2"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
