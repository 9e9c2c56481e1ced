using System.Collections;
using System.Management.Automation;

namespace LakeTools.Cmdlets.Catalog;

/// <summary>The base of the commands that create or change a table, with the parameters for Hive.</summary>
public abstract class TableWriteCmdlet : NamedTableCmdlet
{
    /// <summary>Free parameters. For Set-GlueTable, $null removes one.</summary>
    [Parameter]
    public Hashtable? Parameter { get; set; }

    /// <summary>Hive's class that reads files, in place of the format's.</summary>
    [Parameter]
    [InputProperty(Unless = ["Format", "Like", "QuoteCharacter"])]
    public string? InputFormat { get; set; }

    /// <summary>Hive's class that writes files, in place of the format's.</summary>
    [Parameter]
    [InputProperty(Unless = ["Format", "Like", "QuoteCharacter"])]
    public string? OutputFormat { get; set; }

    /// <summary>Hive's class that makes rows, in place of the format's.</summary>
    [Parameter]
    [InputProperty(Unless = ["Format", "Like", "QuoteCharacter"])]
    public string? SerdeLibrary { get; set; }

    /// <summary>Parameters of the SerDe, in addition to those of the format. For Set-GlueTable, $null removes one.</summary>
    [Parameter]
    [InputProperty(Unless = ["Format", "Like", "QuoteCharacter", "Delimiter"])]
    public Hashtable? SerdeParameter { get; set; }

    /// <summary>Parameters that a resource link does not have: it has only a target and a description.</summary>
    private protected static IReadOnlyList<string> NotOfLinks { get; } =
    [
        nameof(NewGlueTableCommand.Location),
        nameof(NewGlueTableCommand.Format),
        nameof(NewGlueTableCommand.Delimiter),
        nameof(NewGlueTableCommand.QuoteCharacter),
        nameof(NewGlueTableCommand.Header),
        nameof(NewGlueTableCommand.PartitionKey),
        nameof(NewGlueTableCommand.TableType),
        nameof(Parameter),
        nameof(InputFormat),
        nameof(OutputFormat),
        nameof(SerdeLibrary),
        nameof(SerdeParameter),
    ];
}
