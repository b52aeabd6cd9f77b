package tradelake.lake.console;

import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.StageInfo;
import scala.jdk.javaapi.CollectionConverters;

/** Counts the tasks of the job group that runs now; what other groups and late events say is left out. */
public final class StageProgress extends SparkListener {
    private static final String GROUP = "spark.jobGroup.id";

    private final TaskView view;
    private final Map<Integer, Expected> stages = new HashMap<>();
    private String group = "";
    private int known;
    private int done;

    public StageProgress(TaskView view) {
        this.view = view;
    }

    /** A stage that was announced, and whether it came to run: Spark skips those whose shuffle files are still there. */
    private static final class Expected {
        final int job;
        final int tasks;
        boolean submitted;

        Expected(int job, int tasks) {
            this.job = job;
            this.tasks = tasks;
        }
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
        String name = groupOf(start.properties());
        if (name.isEmpty()) return;
        if (!name.equals(group)) startAnew(name);
        for (StageInfo stage : CollectionConverters.asJava(start.stageInfos())) {
            stages.put(stage.stageId(), new Expected(start.jobId(), stage.numTasks()));
            known += stage.numTasks();
        }
        view.tasks(group, done, known);
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        Expected stage = stages.get(submitted.stageInfo().stageId());
        if (stage != null) stage.submitted = true;
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        if (!stages.containsKey(end.stageId()) || !end.taskInfo().successful()) return;
        done = Math.min(done + 1, known);
        view.tasks(group, done, known);
    }

    @Override
    public void onJobEnd(SparkListenerJobEnd end) {
        stages.values().stream()
                .filter(stage -> stage.job == end.jobId() && !stage.submitted)
                .forEach(stage -> known -= stage.tasks);
        stages.values().removeIf(stage -> stage.job == end.jobId());
        done = Math.min(done, known);
        if (!group.isEmpty()) view.tasks(group, done, known);
    }

    private void startAnew(String name) {
        group = name;
        stages.clear();
        known = 0;
        done = 0;
    }

    private static String groupOf(Properties properties) {
        return properties == null ? "" : properties.getProperty(GROUP, "");
    }
}
