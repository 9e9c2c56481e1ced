using System.Management.Automation;

namespace LakeTools.Cmdlets.Data;

/// <summary>Makes of rows what people hold in PowerShell: an object with a property a column.</summary>
internal static class RowObjects
{
    /// <summary>Makes an object of a row.</summary>
    /// <param name="row">The row, whose column names differ.</param>
    /// <returns>The object.</returns>
    public static PSObject From(DataRow row)
    {
        var item = new PSObject();
        for (var i = 0; i < row.ColumnNames.Count; i++)
            item.Properties.Add(new PSNoteProperty(row.ColumnNames[i], row.Values[i]), preValidated: true);
        return item;
    }
}
