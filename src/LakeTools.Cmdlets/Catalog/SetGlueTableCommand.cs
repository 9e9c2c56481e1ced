using System.Collections;
using System.Management.Automation;
using LakeTools.Cmdlets.Objects;
using LakeTools.Core.Catalog;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// <para type="synopsis">Changes a table of the Data Catalog. Parameters that you omit are not changed.</para>
/// </summary>
[Cmdlet(VerbsCommon.Set, "GlueTable", SupportsShouldProcess = true)]
[Alias("Set-LakeGlueTable")]
[OutputType(typeof(GlueTable))]
public sealed class SetGlueTableCommand : TableWriteCmdlet
{
    /// <summary>Columns that replace all columns, in the form of New-GlueTable.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnTypeCompleter))]
    public object[]? Column { get; set; }

    /// <summary>Columns to append. An existing column gets this type and comment.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnTypeCompleter))]
    public object[] AddColumn { get; set; } = [];

    /// <summary>Names of columns to remove. Their data stays in the files.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ColumnNameCompleter))]
    public string[] RemoveColumn { get; set; } = [];

    /// <summary>New names of columns of an Iceberg table: <c>@{ old = 'new' }</c>. The columns keep their values.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public Hashtable? RenameColumn { get; set; }

    /// <summary>The new partition transforms of an Iceberg table, in the form of New-GlueTable; <c>@()</c> for none.</summary>
    [Parameter]
    [AllowEmptyCollection]
    public string[]? PartitionKey { get; set; }

    /// <summary>The location of the files: an S3 URI.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string? Location { get; set; }

    /// <summary>
    /// The format of the files. It replaces the input format, output format and SerDe. Delimited text keeps quotes, header and the
    /// parameters of its SerDe; a warning lists parameters that the new SerDe does not have.
    /// </summary>
    [Parameter]
    [ValidateSet("Csv", "Tsv", "Json", "Parquet", "Orc", "Avro", "Text")]
    public string? Format { get; set; }

    /// <summary>The delimiter of fields.</summary>
    [Parameter]
    public char? Delimiter { get; set; }

    /// <summary>The quote character.</summary>
    [Parameter]
    public char? QuoteCharacter { get; set; }

    /// <summary>The first line of each file names the columns; -Header:$false says that it does not.</summary>
    [Parameter]
    public SwitchParameter Header { get; set; }

    /// <summary>The description of the table; an empty text removes it.</summary>
    [Parameter]
    [AllowEmptyString]
    [NotNullText]
    public string? Description { get; set; }

    /// <summary>The table's type.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? TableType { get; set; }

    /// <summary>Returns the changed table.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var change = TableEditor.Check(new TableChange
        {
            CatalogId = CatalogId,
            DatabaseName = DatabaseName,
            Name = Name,
            Description = Description,
            Column = Column is null ? null : ColumnInput.Read(Column),
            AddColumn = ColumnInput.Read(AddColumn),
            RemoveColumn = RemoveColumn,
            RenameColumn = StringMap.Of(RenameColumn) ?? [],
            PartitionTransform = PartitionKey,
            Location = Location,
            Format = Format,
            Delimiter = Delimiter,
            QuoteCharacter = QuoteCharacter,
            Header = MyInvocation.BoundParameters.ContainsKey(nameof(Header)) ? Header.IsPresent : null,
            TableType = TableType,
            Parameter = StringMap.Changes(Parameter),
            InputFormat = InputFormat,
            OutputFormat = OutputFormat,
            SerdeLibrary = SerdeLibrary,
            SerdeParameter = StringMap.Changes(SerdeParameter),
            OnWarning = WriteWarning,
        });
        if (!ShouldProcess($"table {change.DatabaseName}.{change.Name}", "Change")) return;
        var table = await new TableEditor(Lake).ChangeAsync(change, cancellationToken).ConfigureAwait(false);
        if (change.RenameColumn.Count > 0)
        {
            WriteWarning($"Permissions, data filters and LF-Tags that name {string.Join(", ", change.RenameColumn.Keys)} of table "
                + $"{change.DatabaseName}.{change.Name} do not follow to {string.Join(", ", change.RenameColumn.Values)}. What hides a "
                + "column by its former name no longer hides it: grant again.");
        }

        if (PassThru) WriteObject(await table.ReadAsync(cancellationToken).ConfigureAwait(false));
    }
}
