using System.Globalization;

namespace Microsoft.PowerShell.Commands;

/// <summary>Measure-Object.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "Object", DefaultParameterSetName = "GenericMeasure")]
public sealed class MeasureObjectCommand : ObjectCmdlet
{
    private readonly List<PSObject> _items = [];

    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter StandardDeviation { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter Sum { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter AllStats { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter Average { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter Maximum { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter Minimum { get; set; }

    [Parameter(ParameterSetName = "TextMeasure")]
    public SwitchParameter Line { get; set; }

    [Parameter(ParameterSetName = "TextMeasure")]
    public SwitchParameter Word { get; set; }

    [Parameter(ParameterSetName = "TextMeasure")]
    public SwitchParameter Character { get; set; }

    [Parameter(ParameterSetName = "TextMeasure")]
    public SwitchParameter IgnoreWhiteSpace { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is not null) _items.Add(InputObject);
    }

    protected override void EndProcessing()
    {
        if (Property is null)
        {
            Measure(null, [.. _items.Select(item => (object?)item)]);
            return;
        }

        foreach (var property in PropertyReader.Parse(Property))
        {
            var values = _items.SelectMany(property.Read).Select(found => found.Value).Where(value => value is not null).ToList();
            if (values.Count == 0 && _items.Count > 0)
            {
                Report(new PSArgumentException($"The property \"{property.Name}\" cannot be found in the input for any objects."),
                    "GenericMeasurePropertyNotFound", ErrorCategory.InvalidArgument, null);
                continue;
            }

            Measure(property.Name, values);
        }
    }

    private void Measure(string? name, List<object?> values) =>
        WriteObject(ParameterSetName == "TextMeasure" ? MeasureText(name, values) : MeasureValues(name, values));

    private MeasureInfo MeasureValues(string? name, List<object?> values)
    {
        var numbers = new List<double>();
        if (Sum || Average || StandardDeviation || AllStats)
        {
            foreach (var value in values)
            {
                if (LanguagePrimitives.TryConvertTo(value, CultureInfo.CurrentCulture, out double number)) numbers.Add(number);
                else Report(new PSArgumentException($"Input object \"{value}\" is not numeric."), "NonNumericInputObject",
                    ErrorCategory.InvalidType, value);
            }
        }

        var order = new ObjectOrder(caseSensitive: false, CultureInfo.CurrentCulture);
        var maximum = values.Count > 0 && (Maximum || AllStats) ? values.Max(order) : null;
        var minimum = values.Count > 0 && (Minimum || AllStats) ? values.Min(order) : null;
        double? sum = numbers.Count > 0 && (Sum || AllStats) ? numbers.Sum() : null;
        double? average = numbers.Count > 0 && (Average || AllStats) ? numbers.Average() : null;
        double? deviation = numbers.Count > 1 && (StandardDeviation || AllStats) ? Deviation(numbers) : null;
        if (IsNumber(maximum) && IsNumber(minimum))
        {
            return new GenericMeasureInfo
            {
                Property = name, Count = values.Count, Sum = sum, Average = average, StandardDeviation = deviation,
                Maximum = Number(maximum), Minimum = Number(minimum),
            };
        }

        return new GenericObjectMeasureInfo
        {
            Property = name, Count = values.Count, Sum = sum, Average = average, StandardDeviation = deviation,
            Maximum = maximum, Minimum = minimum,
        };
    }

    private TextMeasureInfo MeasureText(string? name, List<object?> values)
    {
        var texts = values.Select(value => value?.ToString() ?? "").ToList();
        return new TextMeasureInfo
        {
            Property = name,
            Lines = Line ? texts.Sum(text => text.Length == 0 ? 0 : text.Split('\n').Length - (text.EndsWith('\n') ? 1 : 0)) : null,
            Words = Word ? texts.Sum(text => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length) : null,
            Characters = Character ? texts.Sum(text => IgnoreWhiteSpace ? text.Count(c => !char.IsWhiteSpace(c)) : text.Length) : null,
        };
    }

    private static double Deviation(List<double> numbers)
    {
        double mean = numbers.Average();
        return Math.Sqrt(numbers.Sum(number => (number - mean) * (number - mean)) / (numbers.Count - 1));
    }

    private static bool IsNumber(object? value) =>
        value is null || LanguagePrimitives.TryConvertTo(value, out double _) && Bare(value) is not string and not DateTime;

    private static double? Number(object? value) => value is null ? null : LanguagePrimitives.ConvertTo<double>(value);

    private static object? Bare(object? value) => value is PSObject wrapped ? wrapped.BaseObject : value;
}
