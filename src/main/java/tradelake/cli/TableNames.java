package tradelake.cli;

import java.util.Iterator;
import tradelake.lake.Settings;
import tradelake.lake.Table;

/** The names of the tables, for whoever completes what is typed; read only when they are asked for. */
final class TableNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return TradelakeCatalog.declared(Settings.defaults()).tables().stream()
                .map(Table::name)
                .iterator();
    }
}
