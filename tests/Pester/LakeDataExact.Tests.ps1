BeforeAll {
    Import-Module "$PSScriptRoot/../../out/LakeTools"
    . "$PSScriptRoot/_samples/Pwsh.ps1"
    Connect-Lake -Local (Join-Path $TestDrive lake)
    $null = New-LakeBucket exact-tests
    $null = New-GlueDatabase exact_tests -LocationUri s3://exact-tests/tables/
    $script:number = 0

    function New-Table([string[]] $Column, $Format = 'Json', [string[]] $PartitionKey = @()) {
        $name = "t$(($script:number++))"
        $null = New-GlueTable exact_tests $name -Column $Column -PartitionKey $PartitionKey -Format $Format -Location "s3://exact-tests/tables/$name/"
        $name
    }

    function Send-Text($Name, $Text) {
        [System.IO.File]::WriteAllText((Join-Path $TestDrive $Name), $Text)
        Send-LakeObject (Join-Path $TestDrive $Name) s3://exact-tests/
        "s3://exact-tests/$Name"
    }

    function Get-Text($Uri) {
        $file = Join-Path $TestDrive "received$(($script:number++))"
        $null = Receive-LakeObject $Uri $file
        [System.IO.File]::ReadAllText($file)
    }
}

AfterAll { Disconnect-Lake }

Describe 'A decimal type that is none' {
    It 'is rejected before any call: <_>' -ForEach 'decimal(10,2', 'decimal128', 'decimals(9,2)', 'decimal(10,x)', 'decimal(50,2)', 'decimal(5,7)', 'decimal()', 'numeric(50,2)' {
        $uri = Send-Text one.csv "v`n12.34`n"
        { Import-LakeData $uri -NoHeader:$false -Column "v:$_" -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ColumnTypeInvalid,*'
        { New-GlueTable exact_tests wrong -Column "v:$_" -Location s3://exact-tests/wrong/ -ErrorAction Stop } | Should -Throw -ErrorId 'LakeTools.ColumnTypeInvalid,*'
    }

    It 'is one with blanks and without arguments: <_>' -ForEach 'decimal (10, 2)', ' Decimal(10,2) ', 'numeric(10,2)' {
        $uri = Send-Text one.csv "v`n12.34`n"
        (Import-LakeData $uri -NoHeader:$false -Column "v:$_").v | Should -Be 12.34
    }
}
