using System.Collections.ObjectModel;

namespace Microsoft.PowerShell.Commands;

/// <summary>A group of Group-Object.</summary>
public class GroupInfo
{
    public ArrayList Values { get; } = [];

    public virtual int Count => Group.Count;

    public Collection<PSObject> Group { get; } = [];

    public string Name { get; internal set; } = "";

    internal virtual void Add(PSObject item) => Group.Add(item);
}
