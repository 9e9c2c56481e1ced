using System.Collections;
using System.Management.Automation;
using LakeTools.Cmdlets.Objects;
using LakeTools.Core.Catalog;
using LakeTools.Core.Data.Import;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>
/// <para type="synopsis">Creates a table in the Data Catalog, with columns that are given or found in a file.</para>
/// </summary>
[Cmdlet(VerbsCommon.New, "GlueTable", SupportsShouldProcess = true, DefaultParameterSetName = ColumnSet)]
[Alias("New-LakeGlueTable")]
[OutputType(typeof(GlueTable))]
public sealed class NewGlueTableCommand : TableWriteCmdlet, IInputTaker
{
    private const string ColumnSet = "Column";
    private const string LikeSet = "Like";
    private const string LinkSet = "Link";

    private static readonly string[] s_ofLinks = [nameof(TargetDatabaseName), nameof(TargetCatalogId), nameof(TargetRegion)];

    /// <summary>The table's name; Glue keeps it in lower case.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("TableName")]
    [ValidateNotNullOrEmpty]
    public override string Name { get; set; } = "";

    /// <summary>
    /// The columns: <c>'name:type'</c>, <c>'name:type:comment'</c>, hashtables, or objects with Name, Type and Comment; <c>@()</c> makes a
    /// table without columns.
    /// </summary>
    [Parameter(Mandatory = true, ParameterSetName = ColumnSet, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ColumnTypeCompleter))]
    public object[] Column { get; set; } = [];

    /// <summary>A file or S3 URI to find columns, format, delimiter, quotes, header and partition keys in.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LikeSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FileOrS3Completer))]
    public string Like { get; set; } = "";

    /// <summary>
    /// The encoding of the file of -Like, such as windows-1252. The default is the byte order mark's. If there is none, UTF-8.
    /// </summary>
    [Parameter(ParameterSetName = LikeSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(EncodingCompleter))]
    public string? Encoding { get; set; }

    /// <summary>The location of the files: an S3 URI.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string? Location { get; set; }

    /// <summary>
    /// The files' format, or Iceberg for a table whose metadata Glue writes below -Location. Default: Csv, or what -Like finds.
    /// </summary>
    [Parameter]
    [InputProperty(Unless = [nameof(Like)])]
    [ValidateSet("Csv", "Tsv", "Json", "Parquet", "Orc", "Avro", "Text", "Iceberg")]
    public string? Format { get; set; }

    /// <summary>The delimiter of fields. Default: the format's own.</summary>
    [Parameter]
    [InputProperty(Unless = [nameof(Format), nameof(Like)])]
    public char? Delimiter { get; set; }

    /// <summary>
    /// The quote character. A table with it is read by OpenCSV, which has dates and timestamps as numbers.
    /// Default: what -Like finds.
    /// </summary>
    [Parameter]
    [InputProperty(Unless = [nameof(Format), nameof(Like)])]
    public char? QuoteCharacter { get; set; }

    /// <summary>The first line of each file names the columns.</summary>
    [Parameter]
    [InputProperty(Unless = [nameof(Format), nameof(Like)])]
    public SwitchParameter Header { get; set; }

    /// <summary>
    /// Columns whose values are in the path of the files; written as -Column. Of an Iceberg table columns that it has, or transforms of
    /// them: Region, year(c), month(c), day(c), hour(c), bucket(16, c), truncate(10, c).
    /// </summary>
    [Parameter]
    [InputProperty(Unless = [nameof(Like)])]
    [ArgumentCompleter(typeof(ColumnTypeCompleter))]
    public object[] PartitionKey { get; set; } = [];

    /// <summary>Creates a resource link: the database of the table that it represents.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LinkSet)]
    [InputProperty(Unless = [nameof(Column), nameof(Like)])]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(DatabaseNameCompleter))]
    public string TargetDatabaseName { get; set; } = "";

    /// <summary>Creates a resource link: the table that it represents.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LinkSet)]
    [InputProperty(Unless = [nameof(Column), nameof(Like)])]
    [ValidateNotNullOrEmpty]
    public string TargetTableName { get; set; } = "";

    /// <summary>For a resource link: the catalog of its target. Default: the caller's account.</summary>
    [Parameter(ParameterSetName = LinkSet)]
    [InputProperty(Unless = [nameof(Column), nameof(Like)])]
    [ValidateNotNullOrEmpty]
    public string? TargetCatalogId { get; set; }

    /// <summary>For a resource link: the Region of its target. Default: the same one.</summary>
    [Parameter(ParameterSetName = LinkSet)]
    [InputProperty(Unless = [nameof(Column), nameof(Like)])]
    [ValidateNotNullOrEmpty]
    public string? TargetRegion { get; set; }

    /// <summary>The description of the table.</summary>
    [Parameter]
    public string? Description { get; set; }

    /// <summary>The table's type. Default: EXTERNAL_TABLE.</summary>
    [Parameter]
    public string? TableType { get; set; }

    /// <summary>An object of Get-GlueTable, or one with properties named as parameters. Sets those that are not typed.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    private bool IsLink => TargetTableName.Length > 0;

    private bool IsIceberg => Format == TableFormat.Iceberg && !IsLink;

    // A copy of a table has the same classes and their parameters, and what is typed changes them as Set-GlueTable does.
    private bool IsExact => IsCopy && !IsIceberg && !IsLink && ParameterSetName != LikeSet;

    /// <summary>The owner of a piped table.</summary>
    [InputProperty]
    private string? Owner { get; set; }

    /// <inheritdoc/>
    IEnumerable<string> IInputTaker.NotTaken =>
    [
        .. (string[])(!IsIceberg || Owner is null ? [] : ["owner"]),
        .. InputObject?.BaseObject is GlueTable table ? TableService.NotShown(table) : [],
    ];

    /// <inheritdoc/>
    object? IInputTaker.Read(string parameter, object value) => parameter switch
    {
        // A format that is not a Hive format is set by parameters, which determine its name.
        nameof(Format) => IsCopy && value is not TableFormat.Iceberg && !TableFormat.Names.Contains(value) ? null : value,
        _ => value,
    };

    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        if (IsCopy && PipedView.Is(InputObject!)) throw Fault.ViewNotCopied(InputObject, $"{InputObject}");
        CheckLink();
        var options = new NewTableOptions
        {
            CatalogId = CatalogId,
            DatabaseName = DatabaseName,
            Name = Name,
            Description = Description,
            Owner = Owner,
            Column = Columns(nameof(Column), Column),
            PartitionKey = IsIceberg ? [] : Columns(nameof(PartitionKey), PartitionKey),
            PartitionTransform = IsIceberg ? Transforms() : [],
            Location = Location,
            Format = Format ?? TableFormat.Names[0],
            Delimiter = Delimiter,
            QuoteCharacter = QuoteCharacter,
            Header = Header,
            TableType = TableType,
            Parameter = Parameters(),
            InputFormat = InputFormat,
            OutputFormat = OutputFormat,
            SerdeLibrary = SerdeLibrary,
            SerdeParameter = StringMap.Of(SerdeParameter),
        };
        if (IsExact) options = Copy(options);
        if (IsLink) options = TableService.Link(options, TargetDatabaseName, TargetTableName,
            TargetCatalogId, TargetRegion);
        if (ParameterSetName == LikeSet) options = await InferAsync(options, cancellationToken).ConfigureAwait(false);
        options = TableService.Check(options);
        if (TableService.NotCopied(options) is { Count: > 0 } lost)
            WriteWarning($"Not copied from {InputObject}, because the copy has another SerDe: {string.Join(", ", lost)}.");
        var what = IsLink
            ? $"resource link to {TargetDatabaseName}.{TargetTableName}" : string.Join(", ", options.Column);
        if (!ShouldProcess($"table {options.DatabaseName}.{options.Name} ({what})", "Create")) return;
        await WriteResultAsync(new TableService(Lake).CreateAsync(options, cancellationToken)).ConfigureAwait(false);
    }

    // A copy of a link shows the properties of its target.
    private void CheckLink()
    {
        if (IsLink && NotOfLinks.FirstOrDefault(name => IsCopyOrRow ? WasTyped(name) : IsGiven(name)) is { } excess)
            throw Fault.ResourceLinkExcess(Name, Name, "-" + excess);
        if (!IsLink && s_ofLinks.FirstOrDefault(IsGiven) is { } alone)
            throw Fault.ResourceLinkIncomplete(Name, "-" + alone, "-" + nameof(TargetTableName));
    }

    private NewTableOptions Copy(NewTableOptions options) => options with
    {
        InputFormat = PipedText(nameof(InputFormat)),
        OutputFormat = PipedText(nameof(OutputFormat)),
        SerdeLibrary = PipedText(nameof(SerdeLibrary)),
        SerdeParameter = Piped(nameof(SerdeParameter)),
        Copy = new TableChange
        {
            DatabaseName = PipedText(nameof(DatabaseName)) ?? "",
            Name = PipedText(nameof(Name)) ?? "",
            Format = Typed(nameof(Format), Format),
            Delimiter = WasTyped(nameof(Delimiter)) ? Delimiter : null,
            QuoteCharacter = WasTyped(nameof(QuoteCharacter)) ? QuoteCharacter : null,
            Header = WasTyped(nameof(Header)) ? Header.IsPresent : null,
            InputFormat = Typed(nameof(InputFormat), InputFormat),
            OutputFormat = Typed(nameof(OutputFormat), OutputFormat),
            SerdeLibrary = Typed(nameof(SerdeLibrary), SerdeLibrary),
            SerdeParameter = StringMap.Changes(Typed(nameof(SerdeParameter), SerdeParameter)),
            Parameter = StringMap.Changes(Typed(nameof(Parameter), Parameter)),
        },
    };

    private GlueColumn[] Columns(string parameter, object[] items) =>
        WasTyped(parameter) ? ColumnInput.Read(items) : ColumnInput.ReadPiped(items);

    private T? Typed<T>(string parameter, T? value) where T : class => WasTyped(parameter) ? value : null;

    private string? PipedText(string property) => InputObject!.Properties[property]?.Value is string { Length: > 0 } text ? text : null;

    // The partition transforms of a piped Iceberg table are in its metadata and must not be lost.
    private string[] Transforms()
    {
        if (WasTyped(nameof(PartitionKey)) || !IsCopy || WasTyped(nameof(Format)))
            return [.. PartitionKey.Select(key => PSValue.WithProperties(key)?.ToString() ?? "")];
        return PSValue.Of(InputObject!.Properties[nameof(GlueTable.PartitionTransform)]?.Value) is IEnumerable transforms
            ? LanguagePrimitives.ConvertTo<string[]>(transforms)
            : throw Fault.IcebergMetadataMissing(InputObject, $"{InputObject}");
    }

    // Typed parameters replace the piped ones, without those of the format.
    private Dictionary<string, string>? Parameters()
    {
        var isTyped = WasTyped(nameof(Parameter));
        if (!IsCopy || (isTyped && !IsExact)) return StringMap.Of(Parameter);
        return Piped(nameof(Parameter)).Where(pair => IsTaken(pair.Key)).ToDictionary();

        bool IsTaken(string name) => IsIceberg ? !TableFormat.IsOfIceberg(name)
            : IsExact ? !isTyped || TableFormat.IsOfFormat(name) : !TableFormat.IsOfFormat(name);
    }

    private Dictionary<string, string> Piped(string property) =>
        PSValue.Of(InputObject!.Properties[property]?.Value) is IDictionary map ? StringMap.Of(map)! : [];

    // Typed parameters override the ones that were found.
    private static Dictionary<string, string> Over(IReadOnlyDictionary<string, string> found, IReadOnlyDictionary<string, string>? typed)
    {
        var all = new Dictionary<string, string>(found);
        foreach (var (key, value) in typed ?? new Dictionary<string, string>()) all[key] = value;
        return all;
    }

    private async Task<NewTableOptions> InferAsync(NewTableOptions options, CancellationToken cancellationToken)
    {
        using var progress = Progress();
        var source = S3Uri.LooksLikeOne(Like) ? Like : FullPath(Like);
        var given = new InferenceOptions
        {
            Format = IsIceberg ? null : Format,
            Delimiter = Delimiter,
            Encoding = Encoding,
            QuoteCharacter = QuoteCharacter,
            Header = MyInvocation.BoundParameters.ContainsKey(nameof(Header)) ? Header.IsPresent : null,
        };
        var found = await SchemaInference.InferAsync(Lake, source, given, progress, cancellationToken).ConfigureAwait(false);
        if (IsIceberg) return options with { Column = [.. found.Columns, .. found.PartitionKeys] };
        foreach (var warning in found.Warnings) WriteWarning(warning);
        var partitionKey = options.PartitionKey.Count > 0 ? options.PartitionKey : found.PartitionKeys;
        var keys = partitionKey.Select(key => key.Name).ToHashSet(StringComparer.Ordinal);
        return options with
        {
            Column = [.. found.Columns.Where(column => !keys.Contains(column.Name))],
            PartitionKey = partitionKey,
            Format = Format ?? found.Format,
            Delimiter = Delimiter ?? found.Delimiter,
            QuoteCharacter = QuoteCharacter ?? found.QuoteCharacter,
            Header = found.Header,
            Parameter = Over(found.Parameters, options.Parameter),
            SerdeParameter = Over(found.SerdeParameters, options.SerdeParameter),
        };
    }
}
