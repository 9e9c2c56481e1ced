namespace LakeTools.Core.Data.Parquet;

/// <summary>A page of a column.</summary>
/// <param name="Count">The number of values and nulls in the page.</param>
/// <param name="Repetitions">A level each; empty if the column is in no list.</param>
/// <param name="Definitions">A level each; empty if nothing is null.</param>
/// <param name="There">The number of values without nulls.</param>
/// <param name="Encoding">The encoding of the values.</param>
/// <param name="Values">The values.</param>
internal sealed record ParquetPage(int Count, int[] Repetitions, int[] Definitions, int There, long Encoding, ReadOnlyMemory<byte> Values);
