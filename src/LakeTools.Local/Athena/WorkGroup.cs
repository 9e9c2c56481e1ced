using System.Text.Json.Nodes;
using LakeTools.Local.Wire;

namespace LakeTools.Local.Athena;

/// <summary>A work group.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Document">Its State, Description and Configuration.</param>
/// <param name="Created">The time of its creation; 0 for the default work group.</param>
internal sealed record WorkGroup(string Name, JsonObject Document, long Created)
{
    public JsonObject Configuration => Document["Configuration"]!.AsObject();

    public bool IsEnabled => Document.Text("State") == "ENABLED";

    /// <summary>True if the work group overrides a query's own result settings.</summary>
    public bool IsEnforced => Configuration.Flag("EnforceWorkGroupConfiguration");

    /// <summary>True if the lake keeps results itself.</summary>
    public bool KeepsResults => Configuration["ManagedQueryResultsConfiguration"]?.AsObject().Flag("Enabled") == true;

    /// <summary>The location and settings of results; null if the work group has none.</summary>
    public JsonObject? Results => Configuration["ResultConfiguration"] as JsonObject;

    /// <summary>The bytes that a query may read; null for any number.</summary>
    public long? Cutoff => Configuration.Number("BytesScannedCutoffPerQuery");
}
