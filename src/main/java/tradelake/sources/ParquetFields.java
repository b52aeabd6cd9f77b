package tradelake.sources;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;

/** Puts the values of a Parquet row into the record at hand. */
final class ParquetFields extends RecordMaterializer<Void> {
    private final Converter[] columns;
    private final GroupConverter row = new Row();

    ParquetFields(MessageType schema, TypedRecords records) {
        this.columns = schema.getFields().stream()
                .map(column -> converter(column, records))
                .toArray(Converter[]::new);
    }

    private static Converter converter(Type column, TypedRecords records) {
        int field = ApiField.named(column.getName()).orElseThrow().ordinal();
        LogicalTypeAnnotation meaning = column.getLogicalTypeAnnotation();
        return meaning instanceof DecimalLogicalTypeAnnotation decimal
                ? new DecimalColumn(field, decimal.getScale(), records)
                : new Column(field, isText(column), records);
    }

    private static boolean isText(Type column) {
        return column.asPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.BINARY;
    }

    @Override
    public Void getCurrentRecord() {
        return null;
    }

    @Override
    public GroupConverter getRootConverter() {
        return row;
    }

    private final class Row extends GroupConverter {
        @Override
        public Converter getConverter(int column) {
            return columns[column];
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }

    /** Numbers, flags and texts; words of a dictionary are copied once. */
    private static class Column extends PrimitiveConverter {
        final int field;
        final TypedRecords records;
        private final boolean isText;
        private byte[][] words = {};

        Column(int field, boolean isText, TypedRecords records) {
            this.field = field;
            this.isText = isText;
            this.records = records;
        }

        @Override
        public boolean hasDictionarySupport() {
            return isText;
        }

        @Override
        public void setDictionary(Dictionary dictionary) {
            words = new byte[dictionary.getMaxId() + 1][];
            for (int i = 0; i < words.length; i++)
                words[i] = dictionary.decodeToBinary(i).getBytes();
        }

        @Override
        public void addValueFromDictionary(int id) {
            records.text(field, words[id]);
        }

        @Override
        public void addBinary(Binary value) {
            records.text(field, value.getBytes());
        }

        @Override
        public void addBoolean(boolean value) {
            records.flag(field, value);
        }

        @Override
        public void addDouble(double value) {
            records.decimal(field, value);
        }

        @Override
        public void addFloat(float value) {
            records.decimal(field, Double.parseDouble(Float.toString(value)));
        }

        @Override
        public void addInt(int value) {
            records.whole(field, value);
        }

        @Override
        public void addLong(long value) {
            records.whole(field, value);
        }
    }

    /** Whole numbers of a unit of 10 to the minus scale. */
    private static final class DecimalColumn extends Column {
        private final int scale;

        DecimalColumn(int field, int scale, TypedRecords records) {
            super(field, false, records);
            this.scale = scale;
        }

        @Override
        public void addBinary(Binary value) {
            put(new BigInteger(value.getBytes()));
        }

        @Override
        public void addInt(int value) {
            put(BigInteger.valueOf(value));
        }

        @Override
        public void addLong(long value) {
            put(BigInteger.valueOf(value));
        }

        private void put(BigInteger unscaled) {
            records.text(field, new BigDecimal(unscaled, scale).toPlainString().getBytes(UTF_8));
        }
    }
}
