package tradelake.sources;

import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/** The rows of a Parquet file, row group after row group, without Spark; only columns that name API fields are read. */
final class ParquetRecords extends TypedRecords {
    private final Spooled file;
    private final ParquetFileReader reader;
    private final MessageColumnIO columns;
    private final ParquetFields fields;
    private Optional<RecordReader<Void>> group = Optional.empty();
    private long left;

    private ParquetRecords(Spooled file, ParquetFileReader reader) throws IOException {
        this.file = file;
        this.reader = reader;
        MessageType schema = reader.getFileMetaData().getSchema();
        MessageType wanted = wanted(schema);
        reader.setRequestedSchema(wanted);
        this.fields = new ParquetFields(wanted, this);
        this.columns = new ColumnIOFactory().getColumnIO(wanted, schema);
    }

    static ParquetRecords open(InputStream content) throws IOException {
        Spooled file = Spooled.of(content);
        try {
            return open(file);
        } catch (ForeignContent e) {
            file.close();
            throw e;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw damaged(e);
        }
    }

    private static ParquetRecords open(Spooled file) throws IOException {
        InputFile input = new LocalInputFile(file.path());
        ParquetReadOptions options =
                ParquetReadOptions.builder().usePageChecksumVerification().build();
        ParquetFileReader reader = ParquetFileReader.open(input, options);
        try {
            requireWithin(input.getLength(), reader);
            return new ParquetRecords(file, reader);
        } catch (IOException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    /** Parquet makes room for what the footer says before it reads: the footer must not promise more than there is. */
    private static void requireWithin(long length, ParquetFileReader reader) throws DamagedContent {
        for (BlockMetaData block : reader.getRowGroups())
            for (ColumnChunkMetaData chunk : block.getColumns())
                if (chunk.getStartingPos() < 0
                        || chunk.getTotalSize() < 0
                        || chunk.getStartingPos() > length - chunk.getTotalSize())
                    throw DamagedContent.corrupt("Parquet", "its footer points outside the file");
    }

    private static MessageType wanted(MessageType schema) throws ForeignContent {
        Types.MessageTypeBuilder wanted = Types.buildMessage();
        Set<ApiField> found = EnumSet.noneOf(ApiField.class);
        for (Type column : schema.getFields()) {
            Optional<ApiField> field = ApiField.named(column.getName());
            boolean isPlain = column.isPrimitive() && !column.isRepetition(Type.Repetition.REPEATED);
            if (isPlain && field.isPresent() && found.add(field.get())) wanted.addField(column);
        }
        Refusal.requireComplete(found);
        return wanted.named(schema.getName());
    }

    /** Damage shows as whatever exception the decoder happens to run into. */
    @Override
    public boolean next() throws IOException {
        try {
            while (left == 0) if (!nextGroup()) return false;
            begin();
            left--;
            group.orElseThrow().read();
            return true;
        } catch (RuntimeException | IOException e) {
            throw damaged(e);
        }
    }

    private boolean nextGroup() throws IOException {
        PageReadStore pages = reader.readNextRowGroup();
        if (pages == null) return false;
        left = pages.getRowCount();
        group = Optional.of(columns.getRecordReader(pages, fields));
        return true;
    }

    private static DamagedContent damaged(Exception e) {
        if (e instanceof DamagedContent known) return known;
        return DamagedContent.corrupt("Parquet", String.valueOf(e.getMessage()));
    }

    @Override
    public void close() throws IOException {
        reader.close();
        file.close();
    }
}
