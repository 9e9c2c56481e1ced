namespace LakeTools;

/// <summary>One row of data: the columns' names, shared by all rows of a file, and this row's values.</summary>
/// <param name="ColumnNames">The columns in order.</param>
/// <param name="Values">
/// A value a column: null, <see cref="string"/>, <see cref="bool"/>, an integer of the column's width, <see cref="double"/>,
/// <see cref="float"/>, <see cref="decimal"/>, <see cref="DateTime"/> without a kind (dates at midnight), or a byte array. Of
/// nested types: a <see cref="DataRow"/> for a struct, an array of values for an array, and a <see cref="LakeMap"/> for a map. Times of day
/// of Parquet are <see cref="TimeSpan"/> by address.
/// </param>
public readonly record struct DataRow(IReadOnlyList<string> ColumnNames, IReadOnlyList<object?> Values);
