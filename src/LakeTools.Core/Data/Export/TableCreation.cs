using LakeTools.Core.Catalog;
using LakeTools.Core.Data.Cells;
using LakeTools.Core.Data.Files;
using LakeTools.Core.Data.Rows;
using LakeTools.Core.Data.Tables;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Core.Data.Export;

/// <summary>Makes the table that an export goes to, of the rows that come first.</summary>
public static class TableCreation
{
    /// <summary>The number of rows that determine the columns' types.</summary>
    public const int SampleRows = 1000;

    /// <summary>Makes the table where it is not there.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="address">The table.</param>
    /// <param name="location">The location of its files; if null, below the database's location, under the table's name.</param>
    /// <param name="names">The columns' names as the rows have them.</param>
    /// <param name="sample">The first rows, with their values in that order.</param>
    /// <param name="export">The form of its files, and which columns are its partition keys.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>True if the table was made.</returns>
    /// <exception cref="LakeException"><c>DatabaseNotFound</c>, <c>LocationUnknown</c>, <c>ColumnNotFound</c>,
    /// <c>TableAccessDenied</c>, <c>RowsMissing</c>, <c>FieldNameInvalid</c>.</exception>
    public static async Task<bool> EnsureAsync(LakeConnection connection, TableAddress address, string? location,
        IReadOnlyList<string> names, IReadOnlyList<SampleRow> sample, DataExportOptions export, CancellationToken cancellationToken)
    {
        var tables = new TableService(connection);
        try
        {
            var table = await tables.GetAsync(address.DatabaseName, address.Name, address.CatalogId, cancellationToken)
                .ConfigureAwait(false);
            if (location is not null && !IsSame(location, table.Location))
            {
                throw Fault.LocationNotOfTable(
                    address.ToString(), location, $"the table {address} exists, with the location {table.Location}");
            }

            return false;
        }
        catch (LakeException error) when (error.Id == nameof(Fault.TableNotFound))
        {
            if (sample.Count == 0)
                throw Fault.RowsMissing(address.ToString(), "a new table", "create the table with New-GlueTable -Column");
            location ??= await LocationAsync(connection, address, cancellationToken).ConfigureAwait(false);
        }

        var format = DataFormats.Require(export.Format ?? DataFormats.Csv, "written");
        var isText = format is DataFormats.Csv or DataFormats.Tsv;
        // Delimited text has nested values as their JSON, which Athena reads as text.
        var columns = HiveNames.Unique(names).Zip(ColumnGuess.Of(names.Count, sample), (name, type) =>
            new GlueColumn(name, isText && type.IsNested ? "string" : CatalogType.Of(type, name, address.ToString()))).ToArray();
        var keys = export.PartitionBy.Select(key => columns[KeyPlace(names, key)]).ToArray();
        var options = TableService.Check(new NewTableOptions
        {
            CatalogId = address.CatalogId,
            DatabaseName = address.DatabaseName,
            Name = address.Name,
            Column = columns.Except(keys).ToArray(),
            PartitionKey = keys,
            Location = location,
            Format = format,
            Header = isText,
            SerdeParameter = isText ? new Dictionary<string, string> { ["escape.delim"] = "\\" } : null,
                // so that a text may hold the delimiter
        });
        await tables.CreateAsync(options, cancellationToken).ConfigureAwait(false);
        return true;
    }

    /// <summary>Takes back a table that was made for an export that failed.</summary>
    /// <param name="connection">The lake.</param>
    /// <param name="address">The table.</param>
    /// <returns>The call.</returns>
    public static Task TakeBackAsync(LakeConnection connection, TableAddress address) =>
        new TableService(connection).RemoveAsync(address.DatabaseName, address.Name, address.CatalogId, CancellationToken.None);

    private static bool IsSame(string location, string? other) => other is not null && S3Uri.LooksLikeOne(other)
        && Folder(location) == Folder(other);

    private static string Folder(string location) => S3Uri.Parse(location).ToString().TrimEnd('/');

    private static int KeyPlace(IReadOnlyList<string> names, string key)
    {
        for (var i = 0; i < names.Count; i++)
            if (names[i].Equals(key, StringComparison.OrdinalIgnoreCase)) return i;
        throw FileColumns.NotFound("the rows", key, names);
    }

    private static async Task<string> LocationAsync(LakeConnection connection, TableAddress address, CancellationToken cancellationToken)
    {
        var database = await new DatabaseService(connection).GetAsync(address.DatabaseName, address.CatalogId,
            cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrEmpty(database.LocationUri))
        {
            throw Fault.LocationUnknown(address.ToString(), address, address.DatabaseName);
        }

        var folder = S3Uri.Parse(database.LocationUri);
        return folder.Append(address.Name.ToLowerInvariant() + "/").ToString();
    }
}
