namespace LakeTools.Rules.Queries;

/// <summary>Takes the result of a query as it comes: the columns once, then rows.</summary>
public interface IQueryOutput
{
    /// <summary>Takes the columns.</summary>
    /// <param name="columns">The columns, in order.</param>
    void Begin(IReadOnlyList<QueryColumn> columns);

    /// <summary>Takes a row.</summary>
    /// <param name="values">A text a column, as Athena writes the value; null for null. The list is used again for the next row.</param>
    void Write(IReadOnlyList<string?> values);

    /// <summary>Takes how much was read so far.</summary>
    /// <param name="bytes">The bytes of the files that the query reads, as they are there.</param>
    void Scanned(long bytes);

    /// <summary>Takes a warning: what of the tables' values could not be kept, or which files were left out.</summary>
    /// <param name="text">A sentence.</param>
    void Warn(string text);
}
