package tradelake.sources;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/** Shares files out among tasks of about the same size: the largest file first, each to the task with least so far. */
final class FilePacking {
    /** Opening a file costs about as much as reading so many packed bytes. */
    private static final long OPENING = 64L << 10;

    private static final long LEAST_A_TASK = 1L << 20;
    private static final long MOST_A_TASK = 32L << 20;

    private final int parallelism;

    FilePacking(int parallelism) {
        this.parallelism = parallelism;
    }

    /** Every file in exactly one group; groups and their files in an order that depends on the files alone. */
    List<List<SourceFile>> pack(List<SourceFile> files) {
        List<Task> tasks = new ArrayList<>();
        for (int i = 0; i < tasks(files); i++) tasks.add(new Task(i));
        PriorityQueue<Task> lightest =
                new PriorityQueue<>(comparingLong((Task task) -> task.cost).thenComparing(task -> task.number));
        lightest.addAll(tasks);
        files.stream()
                .sorted(comparingLong(FilePacking::cost).reversed().thenComparing(comparing(SourceFile::path)))
                .forEach(file -> {
                    Task task = lightest.remove();
                    task.add(file);
                    lightest.add(task);
                });
        return tasks.stream().map(task -> List.copyOf(task.files)).toList();
    }

    private int tasks(List<SourceFile> files) {
        long total = files.stream().mapToLong(FilePacking::cost).sum();
        long each = Math.max(LEAST_A_TASK, Math.min(MOST_A_TASK, total / parallelism));
        return (int) Math.min(files.size(), (total + each - 1) / each);
    }

    private static long cost(SourceFile file) {
        return file.bytes() + OPENING;
    }

    private static final class Task {
        private final int number;
        private final List<SourceFile> files = new ArrayList<>();
        private long cost;

        Task(int number) {
            this.number = number;
        }

        void add(SourceFile file) {
            files.add(file);
            cost += FilePacking.cost(file);
        }
    }
}
