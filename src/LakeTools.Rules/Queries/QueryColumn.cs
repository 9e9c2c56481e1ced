namespace LakeTools.Rules.Queries;

/// <summary>A column of a query's result, as Athena describes it.</summary>
/// <param name="Name">Its name; names may repeat.</param>
/// <param name="Type">Athena's name of its type, such as <c>varchar</c>, <c>integer</c> or <c>array</c>.</param>
/// <param name="Precision">Of a decimal: its digits; of others, what Athena answers for the type.</param>
/// <param name="Scale">Of a decimal: how many of the digits are behind the point.</param>
public sealed record QueryColumn(string Name, string Type, int Precision, int Scale)
{
    // Athena's precision for each type; 0 for unnamed types. Source: ResultSetMetadata of queries, as recorded by its clients.
    private static readonly Dictionary<string, int> s_precisions = new(StringComparer.Ordinal)
    {
        ["tinyint"] = 3,
        ["smallint"] = 5,
        ["integer"] = 10,
        ["bigint"] = 19,
        ["float"] = 17,
        ["double"] = 17,
        ["varchar"] = int.MaxValue,
        ["varbinary"] = 1_073_741_824,
        ["timestamp"] = 3,
    };

    /// <summary>True for text: Athena says so of varchar, and of no other type.</summary>
    public bool IsCaseSensitive => Type == "varchar";

    /// <summary>A column of a type that is no decimal.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Athena's name of its type.</param>
    /// <returns>The column.</returns>
    public static QueryColumn Of(string name, string type) => new(name, type, s_precisions.GetValueOrDefault(type), 0);
}
