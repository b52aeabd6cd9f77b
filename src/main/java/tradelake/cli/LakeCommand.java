package tradelake.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that touches a lake: has the options for that, and closes the story when it is over. */
abstract class LakeCommand implements Callable<Integer> {
    @Mixin
    private LakeOptions lake;

    @Spec
    private CommandSpec spec;

    final Workbench workbench;

    LakeCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    abstract void run(Setup setup);

    @Override
    public final Integer call() {
        Setup setup = lake.setup(spec.commandLine().getErr());
        try (var teller = setup.teller()) {
            run(setup);
            return Exit.DONE;
        }
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
