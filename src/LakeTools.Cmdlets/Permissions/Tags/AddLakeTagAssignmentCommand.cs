using System.Management.Automation;

namespace LakeTools.Cmdlets.Permissions;

/// <summary>
/// <para type="synopsis">Assigns LF-Tags on a database, a table or columns; a value of the same key is replaced.</para>
/// </summary>
[Cmdlet(VerbsCommon.Add, "LakeTagAssignment", SupportsShouldProcess = true)]
[OutputType(typeof(LakeTagAssignment))]
public sealed class AddLakeTagAssignmentCommand : TagAssignmentCmdlet
{
    /// <inheritdoc/>
    protected override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var (resource, tags) = (Resource(), TagTable.Read(Tag));
        if (IsInherited)
        {
            WriteWarning($"Skipped: {resource} inherits {tags}. To assign it to the resource itself, use -Tag.");
            return;
        }

        if (!ShouldProcess(resource.ToString(), $"Assign the LF-Tags {tags}")) return;
        var added = await Service.AddAsync(resource, tags, cancellationToken).ConfigureAwait(false);
        if (PassThru) WriteObject(added, enumerateCollection: true);
    }

    // An inherited tag that is assigned would no longer change with that of the database.
    private bool IsInherited => !WasTyped(nameof(Tag))
        && !WasTyped(nameof(DatabaseName)) && !WasTyped(nameof(TableName)) && !WasTyped(nameof(ColumnName)) // its own resource
        && CurrentObject?.Properties[nameof(LakeTagAssignment.IsInherited)]?.Value is { } inherited
        && bool.TryParse($"{inherited}", out var isInherited) && isInherited;
}
