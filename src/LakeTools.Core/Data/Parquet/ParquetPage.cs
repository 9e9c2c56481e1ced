namespace LakeTools.Core.Data.Parquet;

/// <summary>A page of a column.</summary>
/// <param name="Count">How many values and nulls it has.</param>
/// <param name="Repetitions">A level each; empty if the column is in no list.</param>
/// <param name="Definitions">A level each; empty if nothing may be null.</param>
/// <param name="There">How many of them are values.</param>
/// <param name="Encoding">How the values are written.</param>
/// <param name="Values">The values.</param>
internal sealed record ParquetPage(int Count, int[] Repetitions, int[] Definitions, int There, long Encoding, ReadOnlyMemory<byte> Values);
