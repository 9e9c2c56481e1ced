BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    $lake = Join-Path $TestDrive lake
    Connect-Lake -Local $lake
    $null = New-LakeBucket table-tests
    $null = New-GlueDatabase tables -LocationUri s3://table-tests/ -TableDefaultPermission None
    function New-Table($Name, $Text, $Column, $Options = @{}) {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive text), $Text)
        Send-LakeObject (Join-Path $TestDrive text) "s3://table-tests/$Name/a.csv"
        $null = New-GlueTable tables $Name -Column $Column -Location "s3://table-tests/$Name/" @Options
    }
    function Read-Table($Name) {
        Import-LakeData -DatabaseName tables -TableName $Name -ErrorAction Stop | ForEach-Object { $_.psobject.Properties.ForEach{ "$($_.Name)=$($_.Value)" } -join ' ' }
    }
}

AfterAll { Disconnect-Lake }

# Athena user guide, skip.header.line.count: the lines are skipped. Delimited files are read by the order of the table's columns.
Describe 'The columns of a table of delimited text' {
    AfterEach {
        Connect-Lake -Local $lake
        Get-LakeLocation | Unregister-LakeLocation -Force
    }

    It 'are in the order of the table, whatever the header says, also in a registered location' {
        New-Table order "b,a`n1,2`n" a:int, b:int @{ Header = $true }
        Read-Table order | Should -Be 'a=1 b=2'
        Register-LakeLocation s3://table-tests/order/ -UseServiceLinkedRole
        Read-Table order | Should -Be 'a=1 b=2'
    }

    It 'are the first fields of a file that has more' {
        New-Table wider "b,a,c`n1,2,3`n" a:int, b:int @{ Header = $true }
        Read-Table wider | Should -Be 'a=1 b=2'
        New-Table headless "1,2,3`n" a:int, b:int
        Read-Table headless | Should -Be 'a=1 b=2'
    }

    It 'keep their places where others are hidden' {
        New-Table hidden "1,secret,2`n" a:string, b:string, c:string
        Grant-LakePermission -Principal role/analyst -Permission SELECT -DatabaseName tables -TableName hidden -ColumnName a, c
        Connect-Lake -Local $lake -As role/analyst
        Read-Table hidden | Should -Be 'a=1 c=2'
        Connect-Lake -Local $lake
        Register-LakeLocation s3://table-tests/hidden/ -UseServiceLinkedRole
        Connect-Lake -Local $lake -As role/analyst
        Read-Table hidden | Should -Be 'a=1 c=2'
    }
}
