"""What is stated as fact, by whom, with dates and quantities worked out."""
