using System.Collections;
using Parquet;
using Parquet.Schema;

namespace LakeTools.Core.Data.Parquet;

/// <summary>Takes a field's values of the rows of a row group apart into columns: what <see cref="ParquetNode"/>
/// puts together again.</summary>
internal abstract class ParquetSink
{
    /// <summary>Makes the sink of a field.</summary>
    /// <param name="field">The field.</param>
    /// <returns>The sink.</returns>
    public static ParquetSink Of(Field field) => field switch
    {
        StructField group => new Struct(group.MaxDefinitionLevel, group.Fields.Select(Of).ToArray()),
        ListField list => new List(list.MaxDefinitionLevel, list.MaxRepetitionLevel, [Of(list.Item)], Items),
        MapField map => new List(map.MaxDefinitionLevel, map.MaxRepetitionLevel, [Of(map.Key), Of(map.Value)], Entries),
        _ => ParquetColumn.Of((DataField)field),
    };

    /// <summary>Takes a value.</summary>
    /// <param name="value">The value, of the field's type.</param>
    /// <param name="repetition">The level of the list that the value continues; 0 for a new row.</param>
    /// <param name="definition">The definition level of the field: the part of its path that is present.</param>
    /// <returns>About how many bytes it takes.</returns>
    public abstract long Write(object? value, int repetition, int definition);

    /// <summary>Writes the columns and forgets them.</summary>
    /// <param name="group">The row group.</param>
    /// <returns>The work.</returns>
    public abstract Task FlushAsync(ParquetRowGroupWriter group);

    private static IEnumerable<object?[]> Items(object value) => ((object?[])value).Select(item => new[] { item });

    private static IEnumerable<object?[]> Entries(object value) =>
        ((IDictionary)value).Cast<DictionaryEntry>().Select(entry => new[] { entry.Key, entry.Value });

    private sealed class Struct(int level, ParquetSink[] fields) : ParquetSink
    {
        public override long Write(object? value, int repetition, int definition)
        {
            var values = value is DataRow row ? row.Values : null;
            var bytes = 0L;
            for (var i = 0; i < fields.Length; i++) bytes += fields[i].Write(values?[i], repetition, values is null ? definition : level);
            return bytes;
        }

        public override async Task FlushAsync(ParquetRowGroupWriter group)
        {
            foreach (var field in fields) await field.FlushAsync(group).ConfigureAwait(false);
        }
    }

    private sealed class List(int level, int repetitionLevel, ParquetSink[] parts, Func<object,
        IEnumerable<object?[]>> itemsOf) : ParquetSink
    {
        public override long Write(object? value, int repetition, int definition)
        {
            var bytes = 0L;
            var isEmpty = true;
            if (value is not null)
            {
                foreach (var item in itemsOf(value))
                {
                    for (var i = 0; i < parts.Length; i++) bytes += parts[i].Write(item[i], isEmpty ? repetition : repetitionLevel, level);
                    isEmpty = false;
                }
            }

            if (!isEmpty) return bytes;
            foreach (var part in parts) bytes += part.Write(null, repetition, value is null ? definition : level - 1);
            return bytes;
        }

        public override async Task FlushAsync(ParquetRowGroupWriter group)
        {
            foreach (var part in parts) await part.FlushAsync(group).ConfigureAwait(false);
        }
    }
}
