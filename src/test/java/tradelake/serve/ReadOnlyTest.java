package tradelake.serve;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tradelake.lake.BadInput;

class ReadOnlyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "( (select 1) UNION (SELECT 2))",
                "EXPLAIN SELECT 1",
                "explain analyze\nselect 1",
                "EXPLAIN ANALYSE (FROM t)",
                "EXPLAIN (SELECT 1)",
                "EXPLAIN(ANALYZE, FORMAT json)SELECT 1",
                "FROM t",
            })
    void duckdbAnswersQuestionsAndExplainsThem(String sql) {
        assertThatCode(() -> ReadOnly.DUCKDB.require(sql)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXPLAIN",
                "EXPLAIN COPY t TO 'x.csv'",
                "EXPLAIN ANALYZE COPY t TO 'x.csv'",
                "explain analyse copy (SELECT 1) TO 'x.csv'",
                "EXPLAIN (ANALYZE) COPY t TO 'x.csv'",
                "EXPLAIN (ANALYZE, FORMAT json) COPY t TO 'x.csv'",
                "EXPLAIN EXPLAIN ANALYZE COPY t TO 'x.csv'",
                "EXPORT DATABASE 'x'",
            })
    void duckdbDoesNothingElseAndExplainsNothingElse(String sql) {
        assertThatThrownBy(() -> ReadOnly.DUCKDB.require(sql))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("the lake is read only here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXPLAIN COST SELECT 1", "EXPLAIN WITH x AS (SELECT 1) SELECT * FROM x", "DESCRIBE t"})
    void sparkAnswersQuestionsAndExplainsThem(String sql) {
        assertThatCode(() -> ReadOnly.SPARK.require(sql)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FROM t INSERT INTO u SELECT *",
                "WITH x AS (SELECT 1)\nINSERT INTO t SELECT * FROM x",
                "EXPLAIN EXTENDED INSERT INTO t VALUES (1)",
                "EXPLAIN DROP TABLE t",
            })
    void sparkDoesNothingElseAndExplainsNothingElse(String sql) {
        assertThatThrownBy(() -> ReadOnly.SPARK.require(sql)).isInstanceOf(BadInput.class);
    }
}
