using System.Management.Automation;
using System.Net.Http.Headers;
using LakeTools.Core.Objects;
using LakeTools.Rules.Errors;
using LakeTools.Rules.Names;

namespace LakeTools.Cmdlets.Objects;

/// <summary>
/// <para type="synopsis">Sends files and folders to S3.</para>
/// </summary>
[Cmdlet(VerbsCommunications.Send, "LakeObject", SupportsShouldProcess = true, DefaultParameterSetName = PathSet)]
[OutputType(typeof(LakeObject))]
public sealed class SendLakeObjectCommand : TransferCmdlet
{
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly List<(string Path, bool KeepName)> _paths = [];
    private string? _swapped;

    /// <summary>Files and folders; wildcards are expanded.</summary>
    [Parameter(ParameterSetName = PathSet, Mandatory = true, Position = 0, ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [SupportsWildcards]
    public string[] Path { get; set; } = [];

    /// <summary>Files and folders, as they are written.</summary>
    [Parameter(ParameterSetName = LiteralPathSet, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>The destination: an object for one file, or a folder that ends with a slash.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(S3UriCompleter))]
    public string Uri { get; set; } = "";

    /// <summary>Sends what is in folders, and in folders within.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <summary>The content type of all of them. Default: by each file's name.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ContentType { get; set; }

    /// <summary>Does not overwrite existing objects.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Returns the objects.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        // A folder that the pipeline or a wildcard brings is one of several, as with Copy-Item.
        var isPiped = MyInvocation.ExpectingInput;
        foreach (var path in LiteralPath) Try(() => _paths.Add((FullPath(path), isPiped)), path);
        foreach (var path in Path)
        {
            if (S3Uri.LooksLikeOne(path) && !S3Uri.LooksLikeOne(Uri))
            {
                _swapped = path;
                continue;
            }

            var keepName = isPiped || WildcardPattern.ContainsWildcardCharacters(path);
            Try(() => _paths.AddRange(Expand(path).Select(found => (found, keepName))), path);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndProcessingAsync(CancellationToken cancellationToken)
    {
        if (ContentType is not null && !MediaTypeHeaderValue.TryParse(ContentType, out _)) throw Fault.ContentTypeInvalid(ContentType);
        if (_swapped is { } swapped && !S3Uri.LooksLikeOne(Uri)) throw Fault.SendSwapped(swapped, Uri);
        var plan = new UploadPlan(S3Uri.Parse(Uri), Recurse);
        foreach (var (path, keepName) in _paths) Try(() => AddAll(plan, path, keepName), path);
        var items = plan.Items.Where(item => ShouldProcess(item.Path, $"Upload to {item.Destination}")).ToList();
        if (items.Count == 0) return;

        using var progress = Progress();
        var options = new TransferOptions { NoClobber = NoClobber };
        var activity = items.Count == 1 ? $"Sending {items[0].Destination.Name}" : $"Sending {items.Count} files";
        using var upload = new ObjectUpload(Lake, options, activity, items.Sum(item => item.Size), progress);
        var sent = await CarryAsync(items, options, item => item.Path, (item, token) =>
            upload.SendAsync(item, ContentType, token), cancellationToken).ConfigureAwait(false);
        if (PassThru) await WriteObjectsAsync(sent.Select(item => item.Destination), cancellationToken).ConfigureAwait(false);
    }

    // A file that cannot be sent does not keep back the others of its folder.
    private void AddAll(UploadPlan plan, string path, bool keepName)
    {
        foreach (var (file, uri) in plan.Find(path, keepName, WriteFailure)) Try(() => plan.Add(file, uri), file);
    }

    private IReadOnlyCollection<string> Expand(string path) =>
        Ask(() => TryExpand(path)) ?? throw Fault.PathNotFound(path);

    private IReadOnlyCollection<string>? TryExpand(string path)
    {
        try
        {
            var found = GetResolvedProviderPathFromPSPath(path, out var provider);
            FileSystemPath.Check(path, provider);
            return found.Count > 0 ? found : null; // wildcards that match nothing
        }
        catch (ItemNotFoundException)
        {
            FullPath(path); // says so where the path cannot be one of the file system
            return null;
        }
        catch (SessionStateException)
        {
            FullPath(path);
            throw;
        }
    }
}
