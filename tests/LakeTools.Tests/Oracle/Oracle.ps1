<#
Asks Test-LakePermission what the oracle's cases ask: each case's lake, as its administrator. Cases is a JSON list of {id, folder, ask}, where
ask is 'who: may PERMISSION on thing'; Answers is written as JSON, an answer a case: 'yes', 'yes' with the columns that are open, or 'no'.
#>
param([string] $Cases, [string] $Answers)
$ErrorActionPreference = 'Stop'
Import-Module LakeTools

function Get-Thing([string] $words) {
    switch -Regex ($words) {
        '^catalog$' { return @{ Catalog = $true } }
        '^database (\S+)$' { return @{ DatabaseName = $Matches[1] } }
        '^table (\w+)\.(\w+)$' { return @{ DatabaseName = $Matches[1]; TableName = $Matches[2] } }
        '^location (\S+)$' { return @{ DataLocation = $Matches[1] } }
    }
    throw "No thing that Test-LakePermission is asked about: $words"
}

$told = [ordered]@{}
foreach ($case in Get-Content -Raw $Cases | ConvertFrom-Json) {
    if ($case.ask -notmatch '^(\w+): may (\w+) on (.+)$') { throw "No question of rights: $($case.ask)" }
    $who, $permission, $words = $Matches[1..3]
    $role = if ($who -eq 'admin') { 'LakeAdmin' } else { $who }
    $thing = Get-Thing $words
    Connect-Lake -Local $case.folder
    $access = Test-LakePermission -Principal "role/$role" -Permission $permission @thing
    $answer = if ($access.Allowed) { 'yes' } else { 'no' }
    if ($access.Allowed -and $permission -eq 'SELECT') {
        $table = Get-GlueTable $thing.DatabaseName $thing.TableName
        $names = @($table.Column.Name) + @($table.PartitionKey.Name) | Where-Object { $_ }
        $open = $names | Where-Object { $_ -in $access.SelectableColumn }
        if (@($open).Count -lt @($names).Count) { $answer = "yes $($open -join ',')" }
    }

    $told[$case.id] = $answer
    Disconnect-Lake
}

$told | ConvertTo-Json | Set-Content $Answers
