using System.Text.Json.Nodes;
using LakeTools.Local.Wire;
using LakeTools.Rules.Access;
using LakeTools.Rules.Text;

namespace LakeTools.Local.LakeFormation.Records;

/// <summary>A data cells filter as it is kept.</summary>
/// <param name="Database">In lower case.</param>
/// <param name="Table">In lower case.</param>
/// <param name="Name">Its letter case counts.</param>
/// <param name="Document">The API's ColumnNames, ColumnWildcard and RowFilter, columns in lower case.</param>
/// <param name="Version">Counts from 1.</param>
internal sealed record DataFilterRecord(string Database, string Table, string Name, JsonObject Document, long Version)
{
    /// <summary>The filter's place among those of all tables. No name holds a line break.</summary>
    public string Key => $"{Database}\n{Table}\n{Name}";

    public string VersionId => Version.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The rows and columns that the filter permits, for decisions.</summary>
    public DataFilterRule ToRule() => new(
        Name,
        NameList.Of(Document.Texts("ColumnNames")),
        NameList.Of((Document["ColumnWildcard"] as JsonObject)?.Texts("ExcludedColumnNames")),
        (Document["RowFilter"] as JsonObject)?.Text("FilterExpression"));

    public JsonObject ToWire(string accountId)
    {
        var answer = Document.DeepClone().AsObject();
        answer["TableCatalogId"] = accountId;
        answer["DatabaseName"] = Database;
        answer["TableName"] = Table;
        answer["Name"] = Name;
        answer["VersionId"] = VersionId;
        return answer;
    }
}
