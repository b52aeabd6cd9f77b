package tradelake.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StatementsTest {
    @Test
    void semicolonsInTextsNamesAndCommentsEndNothing() {
        assertThat(Statements.in("SELECT ';', 'it''s;', \"a;\"\"b\" -- c;\n; /* d; */ SELECT $$;$$, $x$;$$;$x$;;"))
                .containsExactly("SELECT ';', 'it''s;', \"a;\"\"b\"", "SELECT $$;$$, $x$;$$;$x$");
    }

    @Test
    void aStatementIsEndedByItsOwnSemicolonAlone() {
        assertThat(Statements.isEnded("SELECT 1; -- done")).isTrue();
        assertThat(Statements.isEnded("SELECT 1 -- not yet;")).isFalse();
        assertThat(Statements.isEnded("SELECT 'open;")).isFalse();
        assertThat(Statements.isEnded("SELECT 1")).isFalse();
    }
}
