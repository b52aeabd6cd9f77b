package tradelake.lake.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.JobSucceeded$;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.scheduler.TaskInfo;
import org.apache.spark.scheduler.TaskLocality;
import org.junit.jupiter.api.Test;
import scala.Option;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Spark's events, made by hand: no session. */
class StageProgressTest {
    private final List<String> shown = new ArrayList<>();
    private final StageProgress progress =
            new StageProgress((job, done, known) -> shown.add(job + " " + done + "/" + known));

    @Test
    void tasksAreCountedOverAllJobsOfTheGroup() {
        start(0, "gold.shares", stage(0, 2));
        run(stage(0, 2));
        task(0);
        task(0);
        end(0);
        start(1, "gold.shares", stage(1, 3));
        run(stage(1, 3));
        task(1);
        assertThat(shown)
                .containsExactly(
                        "gold.shares 0/2",
                        "gold.shares 1/2",
                        "gold.shares 2/2",
                        "gold.shares 2/2",
                        "gold.shares 2/5",
                        "gold.shares 3/5");
    }

    @Test
    void aStageThatSparkSkipsIsNotWaitedFor() {
        start(0, "gold.shares", stage(0, 200), stage(1, 4));
        run(stage(1, 4));
        for (int i = 0; i < 4; i++) task(1);
        end(0);
        assertThat(shown).endsWith("gold.shares 4/4");
    }

    @Test
    void groupsThatRunSideBySideAreCountedApart() {
        start(0, "gold.shares", stage(0, 2));
        run(stage(0, 2));
        start(1, "gold.coverage", stage(1, 1));
        run(stage(1, 1));
        task(0);
        task(1);
        end(1);
        task(0);
        assertThat(shown)
                .containsExactly(
                        "gold.shares 0/2",
                        "gold.coverage 0/1",
                        "gold.shares 1/2",
                        "gold.coverage 1/1",
                        "gold.coverage 1/1",
                        "gold.shares 2/2");
    }

    @Test
    void jobsOfNoGroupAreNotShown() {
        progress.onJobStart(new SparkListenerJobStart(0, 0, seq(stage(0, 2)), new Properties()));
        task(0);
        end(0);
        assertThat(shown).isEmpty();
    }

    private void start(int job, String group, StageInfo... stages) {
        Properties properties = new Properties();
        properties.setProperty("spark.jobGroup.id", group);
        progress.onJobStart(new SparkListenerJobStart(job, 0, seq(stages), properties));
    }

    private void run(StageInfo stage) {
        progress.onStageSubmitted(new SparkListenerStageSubmitted(stage, new Properties()));
    }

    private void task(int stage) {
        TaskInfo task = new TaskInfo(0, 0, 0, 0, 0, "", "", TaskLocality.PROCESS_LOCAL(), false);
        task.markFinished(org.apache.spark.TaskState.FINISHED(), 1);
        progress.onTaskEnd(new SparkListenerTaskEnd(stage, 0, "", null, task, null, new TaskMetrics()));
    }

    private void end(int job) {
        progress.onJobEnd(new SparkListenerJobEnd(job, 1, JobSucceeded$.MODULE$));
    }

    private static Seq<StageInfo> seq(StageInfo... stages) {
        return CollectionConverters.asScala(List.of(stages)).toSeq();
    }

    private static StageInfo stage(int id, int tasks) {
        return new StageInfo(id, 0, "", tasks, null, null, "", null, null, Option.empty(), 0, false, 0);
    }
}
