namespace LakeTools.Core.Data.Rows;

/// <summary>Chooses the columns of a file once it is known what the file has.</summary>
internal interface IColumnChoice
{
    /// <summary>
    /// True if records of delimited text may differ in their number of fields, as those of a table may: missing fields are null, and
    /// further ones are ignored.
    /// </summary>
    bool IsAnyWidth => false;

    /// <summary>True for a table: its columns are the fields with their names, ignoring case, as Athena finds them.</summary>
    bool IsOfTable => false;

    /// <summary>The columns of delimited text, whose fields have places.</summary>
    /// <param name="header">The fields of the file's last header line; null if the dialect has none.</param>
    /// <param name="width">The number of fields in the header, or in the first record if there is no header.</param>
    /// <param name="cancellationToken">Cancels the call that asks for positions.</param>
    /// <returns>The columns to read.</returns>
    /// <exception cref="LakeTools.Rules.Errors.LakeException"><c>ColumnNotFound</c>, <c>ColumnPositionsUnknown</c>.</exception>
    ValueTask<IReadOnlyList<RowColumn>> OfFieldsAsync(IReadOnlyList<string>? header, int width, CancellationToken cancellationToken);

    /// <summary>The columns of a form that names its fields.</summary>
    /// <param name="names">The fields that the file says it has; null if each row says it.</param>
    /// <returns>The columns to read; null for all that there are, with the types that the file says.</returns>
    /// <exception cref="LakeTools.Rules.Errors.LakeException"><c>ColumnNotFound</c>.</exception>
    IReadOnlyList<RowColumn>? OfNames(IReadOnlyList<string>? names);
}
