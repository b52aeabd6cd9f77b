package tradelake.lake.console;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.StageInfo;
import scala.jdk.javaapi.CollectionConverters;

/** Counts the tasks of each job group, of which several may run at the same time; jobs of no group are left out. */
public final class StageProgress extends SparkListener {
    private static final String GROUP = "spark.jobGroup.id";

    private final TaskView view;
    private final Map<Integer, Stage> stages = new HashMap<>();
    private final Map<String, Count> counts = new HashMap<>();

    public StageProgress(TaskView view) {
        this.view = view;
    }

    /** Tasks of one job group. */
    private static final class Count {
        int known;
        int done;
    }

    /** A stage that was announced, and whether it came to run: Spark skips those whose shuffle files are still there. */
    private static final class Stage {
        final String group;
        final int job;
        final int tasks;
        boolean submitted;

        Stage(String group, int job, int tasks) {
            this.group = group;
            this.job = job;
            this.tasks = tasks;
        }
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
        String group = groupOf(start.properties());
        if (group.isEmpty()) return;
        Count count = counts.computeIfAbsent(group, none -> new Count());
        for (StageInfo stage : CollectionConverters.asJava(start.stageInfos())) {
            stages.put(stage.stageId(), new Stage(group, start.jobId(), stage.numTasks()));
            count.known += stage.numTasks();
        }
        show(group);
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        Stage stage = stages.get(submitted.stageInfo().stageId());
        if (stage != null) stage.submitted = true;
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        Stage stage = stages.get(end.stageId());
        if (stage == null || !end.taskInfo().successful()) return;
        Count count = counts.get(stage.group);
        count.done = Math.min(count.done + 1, count.known);
        show(stage.group);
    }

    @Override
    public void onJobEnd(SparkListenerJobEnd end) {
        List<Stage> ended = stages.values().stream()
                .filter(stage -> stage.job == end.jobId())
                .toList();
        stages.values().removeAll(ended);
        for (Stage stage : ended) if (!stage.submitted) counts.get(stage.group).known -= stage.tasks;
        ended.stream().map(stage -> stage.group).distinct().forEach(this::show);
    }

    private void show(String group) {
        Count count = counts.get(group);
        count.done = Math.min(count.done, count.known);
        view.tasks(group, count.done, count.known);
    }

    private static String groupOf(Properties properties) {
        return properties == null ? "" : properties.getProperty(GROUP, "");
    }
}
