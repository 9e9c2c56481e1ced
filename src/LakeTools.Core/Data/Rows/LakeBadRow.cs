namespace LakeTools;

/// <summary>Where a row lies that could not be read: what an error <c>BadRow</c> has as its target.</summary>
/// <param name="Path">The file or object, such as <c>s3://my-lake/raw/a.csv</c>.</param>
/// <param name="Line">The line on which the row begins; the file's first line is 1.</param>
/// <param name="Column">The name of the column at fault, or its position (from 1) where it has no name.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record LakeBadRow(string Path, long Line, string Column, string Reason);
