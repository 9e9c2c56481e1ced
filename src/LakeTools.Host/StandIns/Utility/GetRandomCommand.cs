namespace Microsoft.PowerShell.Commands;

/// <summary>Get-Random.</summary>
[Cmdlet(VerbsCommon.Get, "Random", DefaultParameterSetName = "Number")]
public sealed class GetRandomCommand : PSCmdlet
{
    private readonly List<object?> _items = [];

    [Parameter(Position = 0, ParameterSetName = "Number")]
    public object? Maximum { get; set; }

    [Parameter(ParameterSetName = "Number")]
    public object? Minimum { get; set; }

    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "List")]
    public object?[]? InputObject { get; set; }

    [Parameter]
    public int Count { get; set; } = 1;

    [Parameter(ParameterSetName = "List")]
    public SwitchParameter Shuffle { get; set; }

    [Parameter]
    public int? SetSeed { get; set; }

    protected override void ProcessRecord() => _items.AddRange(InputObject ?? []);

    protected override void EndProcessing()
    {
        var random = SetSeed is { } seed ? new Random(seed) : Random.Shared;
        if (ParameterSetName == "List")
        {
            var items = _items.ToArray();
            random.Shuffle(items);
            WriteObject(Shuffle ? items : items.Take(Count), enumerateCollection: true);
            return;
        }

        for (int i = 0; i < Count; i++)
        {
            if (Maximum is PSObject { BaseObject: double } or double || Minimum is double)
                WriteObject(Number(Minimum, 0.0) + (random.NextDouble() * (Number(Maximum, double.MaxValue) - Number(Minimum, 0.0))));
            else if (Number(Maximum, int.MaxValue) > int.MaxValue)
                WriteObject(random.NextInt64((long)Number(Minimum, 0), (long)Number(Maximum, long.MaxValue)));
            else
                WriteObject(random.Next((int)Number(Minimum, 0), (int)Number(Maximum, int.MaxValue)));
        }
    }

    private static double Number(object? value, double byDefault) =>
        value is null ? byDefault : LanguagePrimitives.ConvertTo<double>(value);
}
