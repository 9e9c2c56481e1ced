using LakeTools.Core.Data.Cells;

namespace LakeTools.Core.Data.Parquet;

/// <summary>A field whose values are made those of another type, which a table says.</summary>
/// <param name="node">The field.</param>
/// <param name="from">Its type in the file.</param>
/// <param name="to">The type that is wanted.</param>
/// <param name="faults">Takes the values that do not have that type.</param>
internal sealed class ParquetConversion(ParquetNode node, CellType from, CellType to, ParquetRowFaults faults) : ParquetNode
{
    private const int ShownText = 40;

    private readonly CellConversion _conversion = CellConversion.Reading(faults.ReportCut);

    /// <inheritdoc/>
    public override ParquetLeaf First => node.First;

    /// <inheritdoc/>
    public override object? Read()
    {
        if (node.Read() is not { } value) return null;
        if (to.Kind == CellKind.Text) return from.IsNested ? JsonCellWriter.Format(value, from) : CellText.Format(value, from.Kind);
        if (_conversion.TryConvert(value, to, out var cell)) return cell;
        var text = CellText.Format(value, from.Kind);
        return faults.Report($"'{(text.Length > ShownText ? text[..ShownText] + "..." : text)}' is no {to.ToHive()}");
    }

    /// <inheritdoc/>
    public override void Skip() => node.Skip();

    /// <inheritdoc/>
    public override void RequireRow() => node.RequireRow();

    /// <inheritdoc/>
    public override void RequireEnd() => node.RequireEnd();
}
