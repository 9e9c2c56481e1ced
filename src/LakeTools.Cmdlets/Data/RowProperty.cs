using System.Management.Automation;
using LakeTools.Core.Data.Rows;

namespace LakeTools.Cmdlets.Data;

/// <summary>
/// A property of a row that was read. It keeps the metadata of the row's source, so that Export-LakeData writes the type that was
/// read, unless another value is set.
/// </summary>
internal sealed class RowProperty : PSNoteProperty
{
    /// <summary>Makes the property.</summary>
    /// <param name="column">The column.</param>
    /// <param name="value">The value.</param>
    public RowProperty(DataColumn column, object? value)
        : base(column.Name, value) => Column = column;

    /// <summary>The column in the row's source. Null if another value was set.</summary>
    public DataColumn? Column { get; private set; }

    /// <inheritdoc/>
    public override object? Value
    {
        get => base.Value;
        set
        {
            Column = null;
            base.Value = value;
        }
    }

    /// <inheritdoc/>
    public override PSMemberInfo Copy() => Column is null ? base.Copy() : new RowProperty(Column, Value);
}
